import type { QuoteLineView } from '../../calculator/views.ts';
import { type Clause, says } from './clause.ts';
import type { Known } from './known.ts';
import type { QuotedAmount } from './known-quotes.ts';
import { readFigures } from './numeral.ts';
import { isPartOf } from './quote-parts.ts';
import { has, type Token } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';

const WITHOUT = /^(?:before|without|excluding|excl|minus|less|pre|antes|sin)$/;

const BRINGS = /^(?:brings?|takes?|makes?|gets?|raises?|up|reach(?:es)?|sube|lleva)$/;

/** "before tax", "without the tax". */
export function excludesTax({ left, right }: Clause): boolean {
  const spoken = [...left.toReversed(), ...right];
  return spoken.some(
    ({ text }, i) => WITHOUT.test(text) && says(spoken.slice(i + 1, i + 4), MEANS.tax),
  );
}

export const PLUS = /^(?:plus|mas)$/;
const WITH = /^(?:含|with|including|incl|after|con|incluyendo|despues|incluido|incluidos)$/;

/** "with tax", "tax included". */
export function includesTax(sentence: readonly Token[], { left, right }: Clause): boolean {
  const spoken = [...sentence.toReversed(), ...right];
  return (
    !excludesTax({ left, right }) &&
    spoken.some(
      (token, i) =>
        (WITH.test(token.text) && says(spoken.slice(i + 1, i + 3), MEANS.tax)) ||
        (has(token, MEANS.tax) && /^(?:included|inclu)/.test(spoken[i + 1]?.text ?? '')),
    )
  );
}

/** "the installation alone is", "the panels are", and not "6 ft high, 2 gates:": what comes right before the total is only a part of it. */
export function isPartBefore(
  { left }: Clause,
  sentence: readonly Token[],
  amount: QuotedAmount,
  known: Known,
): boolean {
  const isOfWhole = left[0]?.raw === ':' || sentence.some(({ text }) => OF_WHOLE.test(text));
  const at = left
    .slice(0, PART_REACH)
    .findIndex(
      (token) =>
        has(token, MEANS.labor | MEANS.delivery | MEANS.tax) ||
        (!isOfWhole && isPartOf(token, amount, known)),
    );
  // "$84.00 tax: $1,914.00": the part has an amount of its own
  if (at < 0 || left.slice(0, at + 2).some(({ kind }) => kind === 'number')) return false;
  if (/^[込含]$/.test(left[at - 1]?.text ?? '')) return false; // 税込, tax included
  return !left
    .slice(at + 1, at + 4)
    .some(({ text }) => WITH.test(text) || PLUS.test(text) || /^(?:and|y)$/.test(text));
}

/** Then what comes before is what the quote is for. */
const OF_WHOLE = /^(?:quote|quotes|total|totals|presupuesto|cotizacion|subtotal)$/;

const PART_REACH = 4; // "the installation alone is"

/** "each paver is", "every foot of panel costs". */
export const isOfEach = ({ left }: Clause) =>
  left.some(({ text }) => /^(?:each|every|cada|single|per)$/.test(text));

/** "the base brings it to": what the lines so far add up to. */
export const isRunning = ({ left }: Clause, sentence: readonly Token[]) =>
  /^(?:to|at|a)$/.test(left[0]?.text ?? '') && sentence.some(({ text }) => BRINGS.test(text));

/** "60 ft at $16.00 per foot, $960.00 altogether". */
export const statesUnitPrice = ({ unit_price }: QuoteLineView, sentence: readonly Token[]) =>
  sentence.some(
    ({ kind, text }) =>
      kind === 'number' && readFigures(text).some((value) => value === unit_price / 100),
  );
