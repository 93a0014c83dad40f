import { signal } from '@preact/signals';
import type { Feed } from '../lib/feed.ts';
import type { Usage } from '../lib/wire.ts';
import { feed } from './live.ts';
import { api, can } from './session.ts';

/** This month's models that were refused because nobody knows their price. */
export const modelsWithoutPrice = signal<string[]>([]);

/** Until when a site is over its limit of messages; ISO 8601, null where none is. */
export const siteLimitUntil = signal<string | null>(null);

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
export function startAlerts({ onEvent }: Pick<Feed, 'onEvent'> = feed): () => void {
  void readAlerts();
  const offEvent = onEvent((event) => {
    const { until, model } = event.payload;
    if (event.topic === 'chat.site_limit_reached' && typeof until === 'string') {
      siteLimitUntil.value = until;
    }
    if (event.topic !== 'ai.model_without_price') return;
    if (typeof model !== 'string' || modelsWithoutPrice.value.includes(model)) return;
    modelsWithoutPrice.value = [...modelsWithoutPrice.value, model];
  });
  return offEvent;
}
