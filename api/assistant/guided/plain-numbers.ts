import Big from 'big.js';
import type { QuoteView } from '../../calculator/views.ts';
import type { Job } from './intake.ts';
import type { Measure } from './sizes/measures.ts';

const FILLERS =
  /(?<!\p{L})(?:and|or|so|then|ok|okay|about|around|maybe|like|approx|say|just|lets?|please|now|ish|y|o|unos)(?!\p{L})|[^\p{L}\p{N}]/gu;

/** "And 300?", "a hundred and twenty"; five figures alone are a ZIP code. */
export function isOnlyANumber(text: string, measures: Measure[]): boolean {
  const [measure, ...more] = measures;
  if (!measure || more.length > 0 || /^\W*\d{5}\W*$/.test(text)) return false;
  const rest = text.slice(0, measure.start) + text.slice(measure.end);
  return rest.replace(FILLERS, '') === '';
}

/** A size that can be kept until the service is known: not the 3 of "3 messages". */
export function canWait(text: string, measure: Measure): boolean {
  const [part, second] = measure.parts;
  if (second || part?.unit || part?.role) return true;
  return (part?.value.gte(10) ?? false) && isOnlyANumber(text, [measure]);
}

/** "Can you do 5000?" for 150 ft that cost 6,500: nearer to the price than to the size. */
export function isOffer(sizes: Measure[], job: Job | undefined, quotes: QuoteView[] = []): boolean {
  const [size, ...more] = sizes;
  const part = size?.parts[0];
  const quote = quotes.find(({ id }) => id === job?.quote_id);
  const isBare = more.length === 0 && size?.parts.length === 1 && !part?.unit && !part?.role;
  if (!part || !quote || !isBare) return false;
  const share = part.value.times(100).div(Math.max(quote.total, 1));
  const known = Object.values(job?.inputs ?? {}).filter((value) => /^\d+(?:\.\d+)?$/.test(value));
  return (
    share.gte('0.3') &&
    share.lte('1.5') &&
    known.every((value) => part.value.gt(Big(value).times(3)))
  );
}
