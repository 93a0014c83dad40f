import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPicodollars, parsePicodollars } from './format-picodollars.ts';
import { type ModelPriceJson, modelPriceOf } from './model-price.ts';
import { estimateReservation, priceUsage } from './price-usage.ts';
import { readUsage } from './usage.ts';

const price = (input: number, cached: number, output: number, long: Partial<ModelPriceJson> = {}) =>
  modelPriceOf({
    id: 'p',
    model: 'm',
    input_picousd: input,
    cached_input_picousd: cached,
    output_picousd: output,
    long_over_tokens: null,
    long_input_picousd: null,
    long_cached_input_picousd: null,
    long_output_picousd: null,
    ...long,
  });

const gpt4o = price(2_500_000, 1_250_000, 10_000_000);
const gpt5nano = price(50_000, 5_000, 400_000);
const gpt54 = price(2_500_000, 250_000, 15_000_000, {
  long_over_tokens: 272_000,
  long_input_picousd: 5_000_000,
  long_cached_input_picousd: 500_000,
  long_output_picousd: 22_500_000,
});

const usage = (
  inputTokens: number,
  cachedTokens: number,
  outputTokens: number,
  reasoningTokens = 0,
) => ({
  inputTokens,
  cachedTokens,
  outputTokens,
  reasoningTokens,
});

describe('the cost of a call', () => {
  test.each([
    ['cached tokens are part of the input', gpt4o, usage(1_000_000, 900_000, 0), '1.375'],
    ['reasoning tokens are part of the output', gpt5nano, usage(17, 0, 482, 448), '0.00019365'],
    ['nothing used costs nothing', gpt4o, usage(0, 0, 0), '0.00'],
    ['one cached token', gpt5nano, usage(1, 1, 0), '0.000000005'],
    ['at the long-context limit the short rates hold', gpt54, usage(272_000, 0, 1_000), '0.695'],
    ['one token over it the whole request is long', gpt54, usage(272_001, 0, 1_000), '1.382505'],
    ['long cached input', gpt54, usage(300_000, 300_000, 0), '0.15'],
  ])('%s', (_, model, used, usd) => {
    expect(formatPicodollars(priceUsage(model, used))).toBe(usd);
  });

  test('is never above the reservation for as many tokens', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(gpt4o, gpt5nano, gpt54),
        fc.nat(500_000),
        fc.nat(10_000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (model, input, output, part) => {
          const cost = priceUsage(model, usage(input, Math.floor(input * part), output));
          expect(cost).toBeLessThanOrEqual(estimateReservation(model, input, output));
        },
      ),
    );
  });
});

describe('a provider’s usage', () => {
  test('is read with its details', () => {
    const raw = {
      prompt_tokens: 17,
      completion_tokens: 482,
      prompt_tokens_details: { cached_tokens: 3 },
      completion_tokens_details: { reasoning_tokens: 448 },
    };
    expect(readUsage(raw)).toEqual(usage(17, 3, 482, 448));
  });

  test.each([
    ['no usage', null, null],
    ['no counts', { total_tokens: 5 }, null],
    ['only the output', { completion_tokens: 4 }, usage(0, 0, 4)],
    [
      'null details',
      { prompt_tokens: 5, completion_tokens: 4, prompt_tokens_details: null },
      usage(5, 0, 4),
    ],
    [
      'more cached than sent',
      { prompt_tokens: 5, prompt_tokens_details: { cached_tokens: 9 } },
      usage(5, 5, 0),
    ],
    ['a negative count', { prompt_tokens: -5, completion_tokens: 4 }, null],
    ['a count that is none', { prompt_tokens: 5, completion_tokens: 'x' }, null],
    ['not a number', { prompt_tokens: 5, completion_tokens: Number.NaN }, null],
    ['a null count', { prompt_tokens: 5, completion_tokens: null }, usage(5, 0, 0)],
    ['fractions', { prompt_tokens: 5.7, completion_tokens: 1 }, usage(5, 0, 1)],
    ['absurd numbers', { prompt_tokens: 1e300, completion_tokens: 0 }, usage(1_000_000_000, 0, 0)],
  ])('%s', (_, raw, read) => {
    expect(readUsage(raw)).toEqual(read);
  });
});

describe('picodollars', () => {
  test('become dollars and come back exactly', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 19n }), (amount) => {
        expect(parsePicodollars(formatPicodollars(amount))).toBe(amount);
      }),
    );
  });

  test.each(['', '1,5', '-1', '1.', '.5', '1.0000000000001', '1e3', ' 1'])('refuses %j', (text) => {
    expect(() => parsePicodollars(text)).toThrow();
  });

  test('a debt has its sign', () => expect(formatPicodollars(-1_500_000_000_000n)).toBe('-1.50'));
});
