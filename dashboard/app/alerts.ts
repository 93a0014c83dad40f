import { signal } from '@preact/signals';
import type { Usage } from '../lib/wire.ts';
import { feed } from './live.ts';
import { api, can } from './session.ts';

/** This month's models that were refused because nobody knows their price. */
export const modelsWithoutPrice = signal<string[]>([]);

async function readAlerts(): Promise<void> {
  if (!can('ai_usage.read')) return;
  try {
    const usage = await api.get<Usage>('/api/ai-usage?group_by=model');
    modelsWithoutPrice.value = [...new Set(usage.alerts.map((alert) => alert.model))];
  } catch {
    // A later event or visit reads them again; the usage page shows its own errors.
  }
}

/** Keeps the alerts up to date; returns what stops it. */
export function startAlerts(): () => void {
  void readAlerts();
  const offEvent = feed.onEvent((event) => {
    if (event.topic !== 'ai.model_without_price') return;
    const { model } = event.payload;
    if (typeof model !== 'string' || modelsWithoutPrice.value.includes(model)) return;
    modelsWithoutPrice.value = [...modelsWithoutPrice.value, model];
  });
  return offEvent;
}
