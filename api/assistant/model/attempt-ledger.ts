import type { AttemptOutcome } from '../../../db/schema/ai-usage.ts';

/** A model call about to be dispatched. */
export interface AttemptStart {
  model: string;
  /** From 1 within the turn: retries and tool rounds count on. */
  attempt: number;
  /** Most input tokens that the request can have. */
  inputEstimate: number;
  /** Most output tokens, as the provider is told. */
  maxOutputTokens: number;
}

export type AttemptRefusal = 'budget_spent' | 'model_without_price' | 'site_limit_reached';

export type AttemptOpened = { ok: true; id: string } | { ok: false; reason: AttemptRefusal };

/** How a call ended. */
export interface AttemptResult {
  outcome: AttemptOutcome;
  modelAnswered: string | null;
  /** The provider's usage object as it came; null when none came. */
  usage: unknown;
  /** What was counted here, for when no usage came. */
  estimate: { inputTokens: number; outputTokens: number };
  /** Milliseconds from dispatch. */
  latencyMs: number;
  firstTokenMs: number | null;
}

/**
 * Where model calls are accounted. A call is dispatched only after `open` said ok, and is closed once,
 * however it ends; one call, one row.
 */
export interface AttemptLedger {
  open(start: AttemptStart): Promise<AttemptOpened>;
  close(id: string, result: AttemptResult): void;
}
