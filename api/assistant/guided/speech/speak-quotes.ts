import type { QuoteView } from '../../../calculator/views.ts';
import type { SiteFacts } from '../../assistant.ts';
import { findService } from '../next-question.ts';
import { contentOf, day, inSentence, list, money, size, sizeOf, wordsFor } from './words.ts';

/** What a fresh quote says: its total and what that holds. Amounts are the quote's own. */
export function speakQuote(
  quote: QuoteView,
  again: boolean,
  ranges: Record<string, string>,
  facts: SiteFacts,
): string {
  const words = wordsFor(facts);
  const service = findService(facts, quote.service);
  const amount = (minor: number) => money(minor, quote.currency, facts);
  const sizes = service ? sizeOf(quote, service, facts) : '';
  const said = (again ? words.requote : words.quote)(quote.title, sizes, amount(quote.total));
  const sentences = [said];
  for (const input of service?.inputs ?? []) {
    const [low, high] = [ranges[input.id], quote.inputs[input.id]];
    if (low && high)
      sentences.push(words.tookLarger(size(low, input.unit, facts), size(high, input.unit, facts)));
  }
  const content = contentOf(quote, facts);
  if (content) sentences.push(words.includes(content));
  if (quote.range) sentences.push(words.range(amount(quote.range.low), amount(quote.range.high)));
  return sentences.join(' ');
}

/** A quote made earlier in the session, told again with what it is for. */
export function speakOldQuote(quote: QuoteView, facts: SiteFacts): string {
  const service = findService(facts, quote.service);
  return wordsFor(facts).recallPrice(
    inSentence(quote.title),
    service ? sizeOf(quote, service, facts) : '',
    money(quote.total, quote.currency, facts),
    contentOf(quote, facts),
  );
}

/** Until when a quote's price holds. */
export function speakValidity(quote: QuoteView, facts: SiteFacts): string {
  return wordsFor(facts).validUntil(inSentence(quote.title), day(quote.valid_until, facts));
}

/** What a quote counts: "9.26 cu yd natural bark, 3 in deep". */
export function speakCounts(quote: QuoteView, facts: SiteFacts): string {
  const parts = quote.lines
    .filter(({ kind }) => kind === 'material')
    .slice(0, 6)
    .map(({ quantity, unit, label }) => {
      // "9 × Posts for 6 ft", and not "9 post Posts for 6 ft"
      const isNamed = label.toLowerCase().includes(unit.toLowerCase());
      return isNamed
        ? `${size(quantity, null, facts)} × ${label}`
        : `${size(quantity, unit, facts)} ${label}`;
    });
  return wordsFor(facts).counts(inSentence(quote.title), list(parts, facts));
}
