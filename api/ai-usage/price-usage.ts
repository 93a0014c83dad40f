import type { ModelPrice } from './model-price.ts';
import type { Usage } from './usage.ts';

/**
 * What a call costs, in picodollars, exactly: uncached input, cached input and output at their rates.
 * Reasoning tokens are in the output already. Above the price's long-context limit the whole request is
 * priced at the long rates (https://openai.com/api/pricing).
 */
export function priceUsage(price: ModelPrice, usage: Usage): bigint {
  const rates = ratesFor(price, usage.inputTokens);
  const uncached = BigInt(usage.inputTokens - usage.cachedTokens);
  return (
    uncached * rates.input +
    BigInt(usage.cachedTokens) * rates.cachedInput +
    BigInt(usage.outputTokens) * rates.output
  );
}

/** The most that a call can cost: nothing cached, every output token used. The database has it too. */
export function estimateReservation(
  price: ModelPrice,
  inputEstimate: number,
  maxOutputTokens: number,
): bigint {
  return priceUsage(price, {
    inputTokens: inputEstimate,
    cachedTokens: 0,
    outputTokens: maxOutputTokens,
    reasoningTokens: 0,
  });
}

function ratesFor(price: ModelPrice, inputTokens: number) {
  const { long } = price;
  return long && inputTokens > long.overTokens ? long : price;
}
