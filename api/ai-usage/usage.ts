/** Tokens of one call. Cached tokens are part of the input, reasoning tokens part of the output. */
export interface Usage {
  inputTokens: number;
  cachedTokens: number;
  outputTokens: number;
  reasoningTokens: number;
}

const MOST_TOKENS = 1_000_000_000; // far above any call, inside Postgres' integer

/**
 * Reads a provider's usage object (chat completions: prompt_tokens, prompt_tokens_details.cached_tokens,
 * completion_tokens, completion_tokens_details.reasoning_tokens). A missing count is 0, a part is never
 * larger than its whole. Null when there are no token counts at all, or senseless ones.
 */
export function readUsage(raw: unknown): Usage | null {
  const prompt = field(raw, 'prompt_tokens');
  const completion = field(raw, 'completion_tokens');
  const counts = [prompt, completion].filter((given) => given !== undefined && given !== null);
  if (counts.length === 0 || !counts.every(isCount)) return null;
  const inputTokens = count(prompt);
  const outputTokens = count(completion);
  const cached = field(field(raw, 'prompt_tokens_details'), 'cached_tokens');
  const reasoning = field(field(raw, 'completion_tokens_details'), 'reasoning_tokens');
  return {
    inputTokens,
    cachedTokens: Math.min(count(cached), inputTokens),
    outputTokens,
    reasoningTokens: Math.min(count(reasoning), outputTokens),
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

const isCount = (value: unknown): boolean => typeof value === 'number' && value >= 0;

function count(value: unknown): number {
  if (typeof value !== 'number' || !(value > 0)) return 0;
  return Math.min(Math.floor(value), MOST_TOKENS);
}
