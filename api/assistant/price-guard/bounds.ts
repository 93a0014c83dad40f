import type { Clause } from './clause.ts';
import { isNumeral, type Token } from './token.ts';

const BEFORE =
  /(?:\bmost (?:you|it|we|this|that|they|i)\b.*|\bat (?:the )?(?:very )?(?:most|least|worst|best)\b.*|\b(?:lowest|highest|cheapest) (?:it|you|we|that|price)\b.*|\bleast (?:you|it|we)\b.*|\b(?:maximum|minimum|max|min|maximo|minimo)\b.*|\b(?:never|not|no|won't|wouldn't|can't|nunca)\b.* (?:more|less|higher|lower|over|under|above|below|past|mas|menos)(?: than| de| que)?|\b(?:exceeds?|capped at|go over|tops? out at)|\bstart(?:s|ing)?(?: out)? (?:at|from)|\bas (?:low|little|much|high) as|\b(?:desde|a partir de|como mucho|como minimo|a lo mas|hasta))$/;
const BEHIND =
  /^(?:or (?:less|more|under|over|lower|higher)|and up|tops|max\b|maximum|minimum|at (?:the )?(?:most|least)|o (?:mas|menos)|como (?:mucho|minimo|maximo)|(?:is|es|would be) (?:the|a|our|el|la|nuestro) (?:most|least|minimum|maximum|cap|limit|minimo|maximo))/;

const text = (tokens: readonly Token[]) => tokens.map((token) => token.text).join(' ');

/** Whether an amount is said as a bound, which no amount of a quote is but the ends of its range. */
export const isBound = ({ left, right }: Clause): boolean =>
  BEFORE.test(text(untilNumber(left).slice(0, BOUND_WORDS).reverse())) ||
  BEHIND.test(text(right.slice(0, BOUND_WORDS)));

/** A bound before another number is that number's. */
function untilNumber(left: readonly Token[]): readonly Token[] {
  const other = left.findIndex((token, i) => i > 0 && isNumeral(token));
  return other < 0 ? left : left.slice(0, other);
}

const BOUND_WORDS = 8; // "the most you would ever have to pay is"
