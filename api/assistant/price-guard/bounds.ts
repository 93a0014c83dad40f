import type { Clause } from './clause.ts';
import type { Token } from './token.ts';

const BEFORE =
  /(?:\bmost (?:you|it|we|this|that|they|i)\b.*|\bat (?:the )?(?:very )?(?:most|least)|\bleast (?:you|it|we)\b.*|\b(?:maximum|minimum|max|min|maximo|minimo)\b.*|\b(?:never|not|no|won't|wouldn't|can't|nunca)\b.* (?:more|less|higher|lower|over|under|above|below|past|mas|menos)(?: than| de| que)?|\b(?:exceeds?|capped at|go over|tops? out at)|\bstart(?:s|ing)?(?: out)? (?:at|from)|\bas (?:low|little|much|high) as|\b(?:desde|a partir de|como mucho|como minimo|a lo mas|hasta))$/;
const BEHIND =
  /^(?:or (?:less|more|under|over|lower|higher)|and up|tops|max\b|maximum|minimum|at (?:the )?(?:most|least)|o (?:mas|menos)|como (?:mucho|minimo|maximo)|(?:is|es|would be) (?:the|a|our|el|la|nuestro) (?:most|least|minimum|maximum|cap|limit|minimo|maximo))/;

const text = (tokens: readonly Token[]) => tokens.map((token) => token.text).join(' ');

/** Whether an amount is said as a bound, which no amount of a quote is but the ends of its range. */
export const isBound = ({ left, right }: Clause): boolean =>
  BEFORE.test(text(left.slice(0, BOUND_WORDS).reverse())) ||
  BEHIND.test(text(right.slice(0, BOUND_WORDS)));

const BOUND_WORDS = 8; // "the most you would ever have to pay is"
