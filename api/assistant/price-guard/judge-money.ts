import type { QuoteLineView } from '../../calculator/views.ts';
import { isAttributed } from './attribution.ts';
import { type Clause, clauseAround, says, saysWord } from './clause.ts';
import { fold } from './fold.ts';
import type { Known } from './known.ts';
import { type QuotedAmount, sizesOf, stem, wordsOf } from './known-quotes.ts';
import { has, type Token } from './lexer.ts';
import { keyOf, type Numeral, readFigures } from './numeral.ts';
import type { Reader } from './reader.ts';
import { MEANS } from './vocabulary/meaning.ts';

export interface Stated {
  numeral: Numeral;
  /** Where the amount begins and ends, its marks included. */
  start: number;
  end: number;
  /** ISO 4217 codes it may be in; null where the text does not say. */
  currencies: readonly string[] | null;
  inRange: boolean;
  /** The words of the sentence before it. */
  sentence: readonly Token[];
}

/** Whether an amount of money may be said: as what it is in a quote, or as the visitor's own. */
export function mayBeSaid(reader: Reader, known: Known, stated: Stated): boolean {
  const { numeral, start, end, currencies } = stated;
  const amounts = numeral.values.flatMap((value) => known.quotes.amountsOf(value));
  const ours = amounts.filter(
    ({ quote }) => currencies === null || currencies.includes(quote.currency),
  );
  if (ours.length > 0) {
    const clause = clauseAround(reader, start, end);
    const rate = rateBehind(reader, end);
    if (ours.some((amount) => fits(amount, clause, rate, known, stated))) return true;
  }
  return known.isVisitors(numeral.values, 'amounts') && isAttributed(reader, start, end);
}

/** The words of a rate right behind an amount: "per square foot", "/hr", "a month"; empty if none. */
export function rateBehind(reader: Reader, end: number): Token[] {
  const at = reader.next(end);
  const joint = reader.at(at);
  if (joint.raw !== '/' && !has(joint, MEANS.rate)) return has(joint, MEANS.rated) ? [joint] : [];
  const first = reader.next(at + 1);
  const unit = reader.at(first);
  const isRate =
    joint.raw === '/' ||
    /^(?:per|por|each|pro|each)$/.test(joint.text) ||
    has(unit, MEANS.rated | MEANS.unit);
  if (!isRate || unit.kind !== 'word') return joint.text === 'each' ? [joint] : [];
  const second = reader.at(reader.next(first + 1));
  return second.kind === 'word' && has(second, MEANS.rated | MEANS.unit) ? [unit, second] : [unit];
}

/** Whether an amount is said per the line's unit: "$16.00 per foot", "60 ft at $16.00", "the price per foot". */
function isRateOf(line: QuoteLineView, rate: readonly Token[], { left, right }: Clause): boolean {
  if (rate.length > 0)
    return isUnitOf(rate, line.unit) || (rate.length === 1 && rate[0]?.text === 'each');
  if (/^(?:at|@|a|x|×)$/.test(left[0]?.text ?? ''))
    return left
      .slice(0, 7)
      .some(
        ({ kind, text }) =>
          kind === 'number' && readFigures(text).some((value) => value === Number(line.quantity)),
      );
  const spoken = [...right, ...left.toReversed()];
  return spoken.some(
    (token, i) =>
      has(token, MEANS.rate) &&
      isUnitOf(
        spoken.slice(i + 1, i + 3).filter((word) => has(word, MEANS.rated | MEANS.unit)),
        line.unit,
        true,
      ),
  );
}

const RANGE_WORDS = new Set([
  'between',
  'range',
  'from',
  'entre',
  'rango',
  'low',
  'high',
  'depending',
  'de',
  'von',
  'zwischen',
]);
const SUBTOTAL_WORDS = new Set(['subtotal', 'before', 'ante', 'running', 'far']);

function fits(
  amount: QuotedAmount,
  clause: Clause,
  rate: readonly Token[],
  known: Known,
  { inRange, sentence }: Stated,
): boolean {
  const { role, line } = amount;
  const words = [...clause.left, ...clause.right];
  if (says(words, MEANS.terms)) return false;
  if (role === 'unit')
    return !!line && isRateOf(line, rate, clause) && !isAnotherLine(words, amount, known);
  if (rate.length > 0)
    return (
      line?.quantity === '1' &&
      has(rate[0] as Token, MEANS.rate) &&
      !isAnotherLine(words, amount, known)
    );
  const discounted = says(words, MEANS.discount);
  if (role === 'line' && line?.kind === 'discount')
    return (discounted || !says(words, MEANS.price | MEANS.total)) && !isWhole(words, known);
  if (says(clause.right.slice(0, 1), MEANS.discount)) return false;
  if (isOtherService(words, amount, known) || isOtherSize(words, amount)) return false;
  if (role === 'total') return true;
  if (role === 'tax') return says(words, MEANS.tax) && !says(clause.left, MEANS.total);
  if (role === 'range') return inRange || saysWord([...words, ...sentence], RANGE_WORDS);
  if (role === 'subtotal' || role === 'running')
    return role === 'subtotal' && !says(words, MEANS.total)
      ? !saysTaxIncluded(words)
      : saysWord(words, SUBTOTAL_WORDS);
  return (
    !isAnotherLine(words, amount, known) &&
    !says(clause.left, MEANS.total) &&
    !says(clause.right.slice(0, 3), MEANS.total) &&
    !(isWhole(words, known) && !mentions(words, amount))
  );
}

const saysTaxIncluded = (words: readonly Token[]) =>
  says(words, MEANS.tax) && !saysWord(words, SUBTOTAL_WORDS);

/** Whether the words speak of the job as a whole. */
const isWhole = (words: readonly Token[], known: Known) =>
  says(words, MEANS.total) ||
  words.some(
    ({ text }) => known.facts.serviceWords.has(stem(text)) || known.facts.serviceWords.has(text),
  ) ||
  (says(words, MEANS.price) && words.some(({ text }) => text === 'it'));

const lineWords = ({ line }: QuotedAmount) => new Set(line ? wordsOf(line.label) : []);

const KINDS: Readonly<Record<string, number>> = { labor: MEANS.labor };

function mentions(words: readonly Token[], amount: QuotedAmount): boolean {
  const kind = KINDS[amount.line?.kind ?? ''] ?? 0;
  const isDelivery = /deliver/i.test(amount.line?.label ?? '') && says(words, MEANS.delivery);
  return isDelivery || saysWord(words, lineWords(amount)) || says(words, kind);
}

/** Whether the words name another line of the quotes than the amount's own. */
function isAnotherLine(words: readonly Token[], amount: QuotedAmount, known: Known): boolean {
  if (mentions(words, amount)) return false;
  if (says(words, MEANS.tax | MEANS.labor | MEANS.delivery)) return true;
  return known.quotes.quotes.some((quote) =>
    quote.lines.some((line) => saysWord(words, new Set(wordsOf(line.label)))),
  );
}

/** Whether the words name a service, and not the one that the quote is for. */
function isOtherService(words: readonly Token[], { quote }: QuotedAmount, known: Known): boolean {
  const own = new Set(
    wordsOf(`${quote.title} ${quote.service} ${quote.lines.map((line) => line.label).join(' ')}`),
  );
  if (saysWord(words, own)) return false;
  const others = known.quotes.quotes.flatMap(({ title }) => wordsOf(title));
  return words.some(
    ({ text }) =>
      known.facts.serviceWords.has(stem(text)) ||
      known.facts.serviceWords.has(text) ||
      others.includes(stem(text)),
  );
}

/** Whether the words state a size that the quote does not have. */
function isOtherSize(words: readonly Token[], { quote }: QuotedAmount): boolean {
  const sizes = sizesOf(quote);
  return words.some((token, i) => {
    if (token.kind !== 'number') return false;
    const unit = words[i + 1];
    const before = words[i - 1];
    if (unit?.kind === 'sign' || before?.kind === 'sign') return false;
    const isSize = [unit, before].some((one) => one && has(one, MEANS.unit));
    return isSize && !readFigures(token.text).some((value) => sizes.has(keyOf(value)));
  });
}

const FAMILIES = [
  ['sq', 'square', 'sqft', 'sf', 'cuadrado', 'carre', 'quadrato', 'sq_ft'],
  ['cu', 'cubic', 'cubica', 'cu_yd'],
  ['hr', 'hour', 'hora'],
  ['ft', 'foot', 'feet', 'linear', 'lineal', 'lf', 'lin', 'pie', 'pies'],
  ['yd', 'yard', 'yards', 'yarda'],
].map((words) => new Set(words.map(fold)));

const familyOf = (words: readonly string[]) =>
  FAMILIES.findIndex((family) => words.some((word) => family.has(word) || family.has(stem(word))));

function isUnitOf(rate: readonly Token[], unit: string, strict = false): boolean {
  if (strict && rate.length === 0) return false;
  const said = familyOf(rate.map(({ text }) => text));
  const own = familyOf(unit.toLowerCase().split(/[\s_]+/));
  if (says(rate, MEANS.time) && own < 0) return false;
  return said === own || (said < 0 && own < 0);
}
