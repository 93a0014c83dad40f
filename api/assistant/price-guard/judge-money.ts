import type { QuoteLineView, QuoteView } from '../../calculator/views.ts';
import { isAttributed } from './attribution.ts';
import { type Clause, clauseAround, says, saysWord, textBefore } from './clause.ts';
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
    const clause = ownPart(clauseAround(reader, start, end));
    const rate = rateBehind(reader, end);
    const before = textBefore(reader, start);
    if (ours.some((amount) => fits(amount, clause, rate, known, { ...stated, before })))
      return true;
  }
  return (
    known.isVisitors(numeral.values, 'amounts') &&
    isAttributed(reader, start, end, known.quotes.quotes.length > 0)
  );
}

const NEXT_PART = /^(?:and|y|e|while|whereas|but|pero|mientras)$/;

/** Without the words that belong to the amounts before and behind it. */
function ownPart({ left, right }: Clause): Clause {
  const previous = left.findIndex(({ kind }) => kind === 'sign');
  const conjunction = right.findIndex(({ text }) => NEXT_PART.test(text));
  return {
    left: previous > 0 ? left.slice(0, previous) : left,
    right: conjunction >= 0 ? right.slice(0, conjunction) : right,
  };
}

const EACH = /^(?:each|cada|apiece)$/;

/** The words of a rate right behind an amount: "per square foot", "/hr", "a month"; empty if none. */
export function rateBehind(reader: Reader, end: number): Token[] {
  const at = reader.next(end);
  const joint = reader.at(at);
  if (joint.raw !== '/' && !has(joint, MEANS.rate))
    return has(joint, MEANS.rated) || EACH.test(joint.text) ? [joint] : [];
  const first = reader.next(at + 1);
  const unit = reader.at(first);
  const isRate =
    joint.raw === '/' ||
    /^(?:per|por|each|pro|each)$/.test(joint.text) ||
    has(unit, MEANS.rated | MEANS.unit);
  if (!isRate || unit.kind !== 'word') return EACH.test(joint.text) ? [joint] : [];
  const second = reader.at(reader.next(first + 1));
  if (/^(?:una|uno|one)$/.test(unit.text)) return [joint];
  return second.kind === 'word' && has(second, MEANS.rated | MEANS.unit) ? [unit, second] : [unit];
}

/** Whether an amount is said per the line's unit: "$16.00 per foot", "60 ft at $16.00", "the price per foot". */
function isRateOf(line: QuoteLineView, rate: readonly Token[], { left, right }: Clause): boolean {
  if (rate.length > 0)
    return isUnitOf(rate, line.unit) || (rate.length === 1 && EACH.test(rate[0]?.text ?? ''));
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
const SUBTOTAL_WORDS = new Set(['subtotal', 'before', 'ante', 'running', 'far', 'without', 'sin']);
const WITHOUT = /^(?:before|without|excluding|excl|minus|less|pre|antes|sin)$/;
const SAVES = /^(?:sav(?:e|es|ed|ing|ings)|ahorr(?:a|o|os|as|an|aste|ó))$/;
const BRINGS = /^(?:brings?|takes?|makes?|gets?|raises?|up|reach(?:es)?|sube|lleva)$/;

function fits(
  amount: QuotedAmount,
  clause: Clause,
  rate: readonly Token[],
  known: Known,
  { inRange, sentence, before }: Stated & { before: readonly Token[] },
): boolean {
  const { role, line } = amount;
  const words = [...clause.left, ...clause.right];
  if (says(words, MEANS.terms)) return false;
  if (role === 'unit')
    return (
      !!line &&
      isRateOf(line, rate, clause) &&
      !isAnotherLine(words, amount, known) &&
      !isOtherService(words, amount, known)
    );
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
  if (words.some(({ text }) => SAVES.test(text))) return false;
  if (line?.quantity !== '1' && isOfEach(clause)) return false;
  if (isOtherQuote(words, amount, known)) return false;
  if (isOtherService(words, amount, known) || isOtherSize(words, amount)) return false;
  if (role === 'total')
    return !excludesTax(clause) && !excludesTax(ownPart({ left: [...sentence], right: [] }));
  if (role === 'tax')
    return says([...words, ...before], MEANS.tax) && !says(clause.left, MEANS.total);
  if (role === 'range') return inRange || saysWord([...words, ...sentence], RANGE_WORDS);
  if (role === 'subtotal' || role === 'running')
    return role === 'subtotal' && !says(words, MEANS.total)
      ? !says(words, MEANS.tax) || saysWord(words, SUBTOTAL_WORDS) || excludesTax(clause)
      : saysWord(words, SUBTOTAL_WORDS) || isRunning(clause, sentence);
  if (line && says(clause.right.slice(0, 3), MEANS.total) && statesUnitPrice(line, sentence))
    return true;
  return (
    !isAnotherLine(words, amount, known) &&
    !says(clause.left, MEANS.total) &&
    !says(clause.right.slice(0, 3), MEANS.total) &&
    !(isWhole(words, known) && !mentions(words, amount))
  );
}

/** "before tax", "without the tax". */
function excludesTax({ left, right }: Clause): boolean {
  const spoken = [...left.toReversed(), ...right];
  return spoken.some(
    ({ text }, i) => WITHOUT.test(text) && says(spoken.slice(i + 1, i + 4), MEANS.tax),
  );
}

/** "each paver is", "every foot of panel costs". */
const isOfEach = ({ left }: Clause) =>
  left.some(({ text }) => /^(?:each|every|cada|single|per)$/.test(text));

/** "the base brings it to": what the lines so far add up to. */
const isRunning = ({ left }: Clause, sentence: readonly Token[]) =>
  /^(?:to|at|a)$/.test(left[0]?.text ?? '') && sentence.some(({ text }) => BRINGS.test(text));

/** "60 ft at $16.00 per foot, $960.00 altogether". */
const statesUnitPrice = ({ unit_price }: QuoteLineView, sentence: readonly Token[]) =>
  sentence.some(
    ({ kind, text }) =>
      kind === 'number' && readFigures(text).some((value) => value === unit_price / 100),
  );

/** Whether the words name another quote, by its number or by what only it contains. */
function isOtherQuote(words: readonly Token[], { quote }: QuotedAmount, known: Known): boolean {
  const others = known.quotes.quotes.filter(({ number }) => number !== quote.number);
  if (others.length === 0) return false;
  const digits = new Set(words.flatMap(({ kind, text }) => (kind === 'number' ? [text] : [])));
  const isNamed = ({ number }: QuoteView) => digits.has(number.replace(/\D/g, ''));
  if (isNamed(quote)) return false;
  if (others.some(isNamed)) return true;
  const own = contentsOf(quote);
  if (saysWord(words, difference(own, others))) return false;
  return others.some((other) => saysWord(words, difference(contentsOf(other), [quote])));
}

const contentsOf = ({ title, inputs, lines }: QuoteView) =>
  new Set(wordsOf([title, ...Object.values(inputs), ...lines.map(({ label }) => label)].join(' ')));

function difference(words: ReadonlySet<string>, quotes: readonly QuoteView[]): Set<string> {
  const others = quotes.map(contentsOf);
  return new Set([...words].filter((word) => !others.some((other) => other.has(word))));
}

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
    quote.lines.some((line) => saysWord(words, new Set(ownWordsOf(line.label, known)))),
  );
}

/** Without the service's own name: every line of a fence is for the fence. */
const ownWordsOf = (label: string, { facts }: Known) =>
  wordsOf(label).filter((word) => !facts.serviceWords.has(word));

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
    const isSize = [unit, before].some(
      (one) => one && has(one, MEANS.unit) && !has(one, MEANS.ambiguous),
    );
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

const CUBIC = 1;
const YARDS = 4;

const familyOf = (words: readonly string[]) =>
  FAMILIES.findIndex((family) => words.some((word) => family.has(word) || family.has(stem(word))));

function isUnitOf(rate: readonly Token[], unit: string, strict = false): boolean {
  if (strict && rate.length === 0) return false;
  const said = familyOf(rate.map(({ text }) => text));
  const own = familyOf(unit.toLowerCase().split(/[\s_]+/));
  if (says(rate, MEANS.time) && own < 0) return false;
  if (own === CUBIC && said === YARDS) return true;
  return said === own || (said < 0 && own < 0);
}
