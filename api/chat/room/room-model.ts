import type { SQLWrapper } from 'drizzle-orm';
import { reserveExpression } from '../../ai-usage/attempts.ts';
import type { TurnInput } from '../../assistant/assistant.ts';
import { Model } from '../../assistant/model/model.ts';
import type { Env } from '../../env.ts';
import { newId } from '../../platform/ids.ts';
import type { VisitorMessage } from '../events/events.ts';

const MODEL_DEFAULT = 'gpt-4o-mini'; // the cheapest of the listed ones that calls tools reliably

let known: { key: string; model: Model } | null = null;

/** The configured model; null without an API key. One client for all rooms of an isolate. */
export function modelOf(env: Env): Model | null {
  if (!env.OPENAI_API_KEY) return null;
  const name = env.OPENAI_MODEL || MODEL_DEFAULT;
  const key = [env.OPENAI_API_KEY, env.OPENAI_BASE_URL, name].join('\n');
  if (known?.key !== key) {
    const settings = { apiKey: env.OPENAI_API_KEY, baseUrl: env.OPENAI_BASE_URL, model: name };
    known = { key, model: new Model({ ...settings, fetch: networkFetch(env) }) };
  }
  return known.model;
}

function networkFetch({ NETWORK: network }: Env): typeof fetch | undefined {
  return network && ((input, init) => network.fetch(input as never, init as never) as never);
}

/** An expression that reserves a turn's first call; null without a model. */
export function reserveFirst(
  model: Model | null,
  sessionId: string,
  message: VisitorMessage,
  turn: { customerId: string | null; input: TurnInput } | null,
): SQLWrapper | null {
  if (!model) return null;
  const start = model.firstStart(turn?.input ?? message);
  const place = { sessionId, messageId: message.id, customerId: turn?.customerId ?? null };
  return reserveExpression(place, newId(), start);
}
