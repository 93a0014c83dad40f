import {
  excludesTax,
  includesTax,
  isOfEach,
  isPartBefore,
  isRunning,
  PLUS,
  statesUnitPrice,
} from './amount-context.ts';
import { isBound } from './bounds.ts';
import { type Clause, says, saysWord } from './clause.ts';
import { ownPart, type Stated } from './judge-money.ts';
import type { Known } from './known.ts';
import type { QuotedAmount } from './known-quotes.ts';
import {
  isAnotherLine,
  isOtherCount,
  isOtherOption,
  isOtherQuote,
  isOtherService,
  isOtherSize,
  isOtherThanAsked,
  isWhole,
  mentions,
  namesLine,
} from './quote-parts.ts';
import { isRateOf } from './rate.ts';
import { has, type Token } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';

const RANGE_WORDS = new Set([
  'between',
  'range',
  'from',
  'entre',
  'rango',
  'low',
  'high',
  'lower',
  'higher',
  'upper',
  'end',
  'depending',
  'de',
  'von',
  'zwischen',
]);

const SUBTOTAL_WORDS = new Set(['subtotal', 'before', 'ante', 'running', 'far', 'without', 'sin']);

const MORE = /^(?:another|additional|extra|further|otros|otro)$/;

const MATERIAL = /^material(?:s|es)?$/;

const SAVES = /^(?:sav(?:e|es|ed|ing|ings)|ahorr(?:a|o|os|as|an|aste|ó))$/;

export function fits(
  amount: QuotedAmount,
  clause: Clause,
  rate: readonly Token[],
  known: Known,
  { inRange, sentence, before }: Stated & { before: readonly Token[] },
): boolean {
  const { role, line } = amount;
  const words = [...clause.left, ...clause.right];
  const isFirst = !sentence.some(({ kind }) => kind === 'sign');
  const anchors = isFirst ? [...sentence, ...clause.right] : words;
  if (says(words, MEANS.terms)) return false;
  if (role === 'unit')
    return (
      !!line &&
      isRateOf(line, rate, clause) &&
      !isAnotherLine(namesLine(clause, amount, known), amount, known) &&
      !isOtherOption(words, amount, known) &&
      !isOtherQuote(anchors, amount, known) &&
      !isOtherService(words, amount, known)
    );
  if (rate.length > 0)
    return (
      line?.quantity === '1' &&
      has(rate[0] as Token, MEANS.rate) &&
      !isAnotherLine(words, amount, known)
    );
  if (MORE.test(clause.left[0]?.text ?? '')) return false;
  const discounted = says(words, MEANS.discount);
  if (role === 'line' && line?.kind === 'discount')
    return (
      (discounted || !says(words, MEANS.price | MEANS.total)) &&
      !isWhole(words, known) &&
      (discounted || !isAnotherLine(words, amount, known))
    );
  if (says(clause.right.slice(0, 1), MEANS.discount)) return false;
  if (words.some(({ text }) => SAVES.test(text))) return false;
  if (line?.quantity !== '1' && isOfEach(clause)) return false;
  if (role !== 'range' && isBound(clause)) return false;
  if (isOtherQuote(anchors, amount, known)) return false;
  if (isOtherCount(clause, amount, known) || isOtherOption(words, amount, known)) return false;
  if (isOtherService(anchors, amount, known) || isOtherSize(anchors, amount)) return false;
  if (isOtherEnd(words, amount)) return false;
  if (role === 'total')
    return (
      !excludesTax(clause) &&
      !excludesTax(ownPart({ left: [...sentence], right: [] })) &&
      !isPartBefore(clause, sentence, amount, known)
    );
  if (role === 'tax')
    return (
      (says([...words, ...before], MEANS.tax) ||
        known.asksFor(MEANS.tax) ||
        clause.left[0]?.raw === '+') &&
      !says(clause.left, MEANS.total)
    );
  if (role === 'range') return inRange || saysWord([...words, ...sentence], RANGE_WORDS);
  if (
    role === 'subtotal' &&
    (includesTax(sentence, clause) || isPartBefore(clause, sentence, amount, known))
  )
    return false;
  if (role === 'subtotal' || role === 'running')
    return role === 'subtotal' && !says(words, MEANS.total)
      ? !says(words, MEANS.tax) ||
          PLUS.test(clause.right[0]?.text ?? '') ||
          saysWord(words, SUBTOTAL_WORDS) ||
          excludesTax(clause)
      : saysWord(words, SUBTOTAL_WORDS) || isRunning(clause, sentence);
  if (isOtherThanAsked(words, amount, known)) return false;
  if (line && line.kind !== 'material' && clause.left.some(({ text }) => MATERIAL.test(text)))
    return false;
  if (line && says(clause.right.slice(0, 3), MEANS.total) && statesUnitPrice(line, sentence))
    return true;
  return (
    !isAnotherLine(words, amount, known) &&
    !says(clause.left, MEANS.total) &&
    (isShareOf(clause) || !says(clause.right.slice(0, 3), MEANS.total)) &&
    !(isWhole(words, known) && !mentions(words, amount))
  );
}

const END = /^(?:end|case|side)$/;
const isEnd = (words: readonly Token[], at: number) =>
  [words[at - 1], words[at + 1]].some((one) => one && (LOW.test(one.text) || HIGH.test(one.text)));

const LOW = /^(?:low|lower|lowest|least|best|bottom|minimum)$/;
const HIGH = /^(?:high|higher|highest|most|worst|upper|top|maximum)$/;

/** "the lower end" of what is the upper one, or the total. */
function isOtherEnd(words: readonly Token[], { role, isLow }: QuotedAmount): boolean {
  if (role !== 'range') return words.some(({ text }, i) => END.test(text) && isEnd(words, i));
  const [own, other] = isLow ? [LOW, HIGH] : [HIGH, LOW];
  const saysOne = (end: RegExp) => words.some(({ text }) => end.test(text));
  return saysOne(other) && !saysOne(own);
}

/** "$870.00 of the total". */
const isShareOf = ({ right }: Clause) => /^(?:of|de|del)$/.test(right[0]?.text ?? '');
