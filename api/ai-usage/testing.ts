import type { AttemptResult, AttemptStart } from '../assistant/model/attempt-ledger.ts';
import { newId } from '../platform/ids.ts';
import type { AttemptPlace } from './attempts.ts';

/** Shapes that the tests of this folder share. */
export const place = (sessionId = newId()): AttemptPlace => ({
  sessionId,
  messageId: newId(),
  customerId: null,
});

/** Costs at most 1,000 × 2.5 + 100 × 10 = 3,500 millionths of a cent, $0.0035. */
export const start = (change: Partial<AttemptStart> = {}): AttemptStart => ({
  model: 'gpt-4o',
  attempt: 1,
  inputEstimate: 1_000,
  maxOutputTokens: 100,
  ...change,
});

export const RESERVED = 3_500_000_000n; // of `start`, in picodollars

export const result = (change: Partial<AttemptResult> = {}): AttemptResult => ({
  outcome: 'ok',
  modelAnswered: 'gpt-4o-2024-08-06',
  usage: { prompt_tokens: 800, completion_tokens: 50 },
  estimate: { inputTokens: 700, outputTokens: 40 },
  latencyMs: 812.4,
  firstTokenMs: 230.6,
  ...change,
});

export const COST = 2_500_000_000n; // of `result`: 800 × 2.5 + 50 × 10 millionths of USD
