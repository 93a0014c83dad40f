import type { QuoteView } from '../../calculator/views.ts';
import { type Clause, says, saysWord } from './clause.ts';
import { fold } from './fold.ts';
import type { Known } from './known.ts';
import { type QuotedAmount, sizesOf, stem, wordsOf } from './known-quotes.ts';
import { keyOf, readFigures } from './numeral.ts';
import { has, type Token } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';

/** Whether the words name another quote, by its number or by what only it contains. */
export function isOtherQuote(
  words: readonly Token[],
  { quote }: QuotedAmount,
  known: Known,
): boolean {
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
export const isWhole = (words: readonly Token[], known: Known) =>
  says(words, MEANS.total) ||
  words.some(
    ({ text }) => known.facts.serviceWords.has(stem(text)) || known.facts.serviceWords.has(text),
  ) ||
  (says(words, MEANS.price) && words.some(({ text }) => text === 'it'));

const lineWords = ({ line }: QuotedAmount) => new Set(line ? wordsOf(line.label) : []);

const KINDS: Readonly<Record<string, number>> = { labor: MEANS.labor };

export function mentions(words: readonly Token[], amount: QuotedAmount): boolean {
  const kind = KINDS[amount.line?.kind ?? ''] ?? 0;
  const isDelivery = /deliver/i.test(amount.line?.label ?? '') && says(words, MEANS.delivery);
  return isDelivery || saysWord(words, lineWords(amount)) || says(words, kind);
}

/** Whether the words name another line of the quotes than the amount's own. */
export function isAnotherLine(
  words: readonly Token[],
  amount: QuotedAmount,
  known: Known,
): boolean {
  if (mentions(words, amount)) return false;
  if (says(words, MEANS.tax | MEANS.labor | MEANS.delivery)) return true;
  return known.quotes.quotes.some((quote) =>
    quote.lines.some(
      ({ label }) =>
        saysWord(words, new Set(ownWordsOf(label, known))) || saysPlural(words, label, known),
    ),
  );
}

/** "pavers" are a line, where "paver patio" is the service. */
const saysPlural = (words: readonly Token[], label: string, { facts }: Known) =>
  words.some(
    ({ text }) =>
      text.endsWith('s') &&
      !facts.serviceWords.has(text) &&
      label.toLowerCase().split(' ').includes(text),
  );

/** Asked for one part, an amount that says nothing else is that part's. */
export const isOtherThanAsked = (words: readonly Token[], amount: QuotedAmount, known: Known) =>
  known.asksFor(MEANS.tax) && !mentions(words, amount);

/** Asked for the installation, "on Q-1001 (premium)" behind an amount names the quote, not the pavers. */
export function namesLine(
  { left, right }: Clause,
  { line }: QuotedAmount,
  known: Known,
): readonly Token[] {
  const isAsked = known.asksFor(KINDS[line?.kind ?? ''] ?? 0);
  const isOption = ({ text }: Token) => known.facts.choices.some((options) => options.has(text));
  return isAsked ? [...left, ...right.filter((token) => !isOption(token))] : [...left, ...right];
}
/** Without the service's own name: every line of a fence is for the fence. */
const ownWordsOf = (label: string, { facts }: Known) =>
  wordsOf(label).filter((word) => !facts.serviceWords.has(word));

/** Whether the words name a service, and not the one that the quote is for. */
export function isOtherService(
  words: readonly Token[],
  { quote }: QuotedAmount,
  known: Known,
): boolean {
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
export function isOtherSize(words: readonly Token[], { quote }: QuotedAmount): boolean {
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

const BOTH = /^(?:both|combined|ambos|ambas|juntos|juntas)$/;

/** Whether the words count another number of it: "two gates would be", "both together are". */
export function isOtherCount(
  { left }: Clause,
  { quote, line }: QuotedAmount,
  known: Known,
): boolean {
  if (known.quotes.quotes.length > 1 && left.some(({ text }) => BOTH.test(text))) return true;
  const own = new Set(line ? wordsOf(line.label) : wordsOf(quote.title));
  const counts = sizesOf(quote);
  return left.some((token, i) => {
    const count = left[i + 1]?.meaning.value ?? Number(left[i + 1]?.text);
    const isCount = count > 1 && count <= COUNT_MAX && !counts.has(keyOf(count));
    return isCount && own.has(stem(token.text));
  });
}

const COUNT_MAX = 20;

/** Whether a word names a part of the quote: material, panels; not what the quote is for. */
export function isPartOf({ text }: Token, { quote }: QuotedAmount, { facts }: Known): boolean {
  const word = stem(text);
  if (/^material/.test(word)) return true;
  const job = [quote.title, ...Object.values(quote.inputs)].join(' ').toLowerCase();
  return (
    !facts.serviceWords.has(word) &&
    !facts.serviceWords.has(text) &&
    !job.includes(word) &&
    quote.lines.some(({ label }) => wordsOf(label).includes(word))
  );
}

/** Whether the words name another option than the quote was made with: "in flagstone it would be". */
export function isOtherOption(
  words: readonly Token[],
  { quote }: QuotedAmount,
  { facts }: Known,
): boolean {
  const chosen = new Set(Object.values(quote.inputs).map(fold));
  return facts.choices.some((options) => {
    if (![...options].some((option) => chosen.has(option))) return false;
    const said = words.filter(({ text }) => options.has(text));
    return said.length > 0 && !said.some(({ text }) => chosen.has(text));
  });
}
