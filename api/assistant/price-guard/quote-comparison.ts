import { wordSet } from './fold.ts';
import type { Known } from './known.ts';
import { DENIES, HIGH, LOW } from './vocabulary/attribution.ts';

const low = wordSet(LOW);
const high = wordSet(HIGH);
const denies = wordSet(DENIES);

const REACH = 6; // words between an amount and what it is compared by

/**
 * Whether an amount of the visitor's is compared with the quotes as it is: "your $3,500 is just below the
 * total", "the quote is over your $8,000 limit". Null if it is not compared, 'unquoted' if it is with no quote.
 */
export function compareTruly(
  before: readonly string[],
  behind: readonly string[],
  values: readonly number[],
  known: Known,
): boolean | 'unquoted' | null {
  const isCompared = (word: string) => low.has(word) || high.has(word);
  const after = behind.slice(0, REACH).findIndex(isCompared);
  const ahead = before.slice(0, REACH).findIndex(isCompared);
  if (after < 0 && ahead < 0) return null;
  const words = after >= 0 ? behind.slice(0, after + 1) : before.slice(0, ahead + 3);
  const word = (after >= 0 ? behind[after] : before[ahead]) ?? '';
  const isDenied = words.some((one) => denies.has(one));
  const isLarger = (high.has(word) === after >= 0) !== isDenied;
  const { quotes } = known.quotes;
  if (quotes.length === 0) return after >= 0 ? null : 'unquoted';
  return quotes.some(({ total }) =>
    values.some((value) => (isLarger ? value * 100 >= total : value * 100 < total)),
  );
}
