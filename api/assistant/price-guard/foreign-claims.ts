import { anyOf, foldText, searchable } from './sentence-text.ts';
import * as stems from './vocabulary/stems.ts';

const expression = (source: string) => new RegExp(source, 'u');

const none = anyOf(stems.NONE_STEMS);
const pay = anyOf(stems.PAY_STEMS);
const WORD_REST = String.raw`[\p{L}\p{M}'’]*`;
const ONE_WORD_BETWEEN = `${WORD_REST}(?:[ -]+|${WORD_REST} )${WORD_REST} ?`;

const MONEY = expression(anyOf(stems.MONEY_STEMS));
const MAGNITUDE = expression(anyOf(stems.THOUSAND_STEMS));
const TIME = expression(anyOf(stems.TIME_STEMS));
const UNIT = expression(anyOf(stems.UNIT_STEMS));
/** Money beside figures, which are judged by themselves. */
const MONEY_OF_FIGURES = new RegExp(
  `\\p{Nd}[\\s.,)]*(?:[\\p{L}\\p{M}]{2,3} )?${anyOf(stems.MONEY_STEMS)}|${anyOf(stems.MONEY_STEMS)}${WORD_REST} ?\\p{Nd}`,
  'gu',
);
const PERCENT = expression(anyOf(stems.PERCENT_STEMS));
const FREE = expression(anyOf(stems.FREE_STEMS));
const SHORT_GAP = String.raw`[^,;،、，\n]{0,12}`;
const free = anyOf(stems.FREE_STEMS);
const NOT_FREE = expression(
  `(?:${none}${SHORT_GAP}${free}|${free}${SHORT_GAP}${anyOf(stems.NOT_BEHIND_STEMS)})`,
);
const DISCOUNT = expression(anyOf(stems.DISCOUNT_STEMS));
const PRICE = expression(anyOf(stems.PRICE_STEMS));
const SHARE = expression(anyOf(stems.SHARE_STEMS));
const COMPARED = expression(anyOf(stems.COMPARED_STEMS));
const GRATIS = expression(anyOf(stems.GRATIS_WORDINGS));
const INCLUDED = expression(anyOf(stems.INCLUDED_WORDINGS));
const PAYS = expression(pay);
const WAIVED = expression(anyOf(stems.WAIVE_STEMS));
const CAN = expression(anyOf(stems.CAN_STEMS));
const CANNOT = expression(anyOf(stems.CANNOT_STEMS));
const BUT = expression(anyOf(stems.BUT_STEMS));
const NONE = expression(none);
const NOTHING_PAID = expression(
  `(?:${none}${ONE_WORD_BETWEEN}${pay}|${pay}${ONE_WORD_BETWEEN}${none})`,
);
const DIGITS = expression(anyOf(stems.DIGIT_STEMS));
const SUFFICES = expression(anyOf(stems.SUFFICE_STEMS));
const ASKS = expression(anyOf(stems.ASKS_STEMS));
const BUDGET = expression(anyOf(stems.BUDGET_STEMS));
const YES = new Set(foldText(stems.YES_WORDS).split(' '));

export interface ForeignContext {
  /** Whether the visitor speaks of money. */
  asked: boolean;
  /** Whether the sentence states numbers in figures, all of which may pass. */
  hasKnownNumbers: boolean;
  /** Whether the visitor has just named an amount of money. */
  offered: boolean;
  /** Whether the visitor has just named a number that may be one. */
  named: boolean;
  /** Whether a quote was made in this session. */
  quoted: boolean;
}

/** Whether a sentence, in whatever language, tells a price that is not known. */
export function claimsPrice(sentence: string, context: ForeignContext): boolean {
  const text = searchable(sentence);
  const { asked, hasKnownNumbers, offered, named, quoted } = context;
  const unstated = text.replace(MONEY_OF_FIGURES, ' ');
  if (MONEY.test(unstated) || PERCENT.test(unstated) || hasMagnitude(text)) return true;
  const asks = /[?？؟;՞]["'”»]*\s*$/.test(sentence);
  if (refuses(sentence) || asks) return false;
  if (offered && !hasKnownNumbers && accepts(text)) return true;
  if (hasKnownNumbers && named && !quoted && SUFFICES.test(text)) return true;
  if (FREE.test(text) && !NOT_FREE.test(text)) return true;
  if (GRATIS.test(text) || NOTHING_PAID.test(text)) return true;
  if (!quoted && INCLUDED.test(text)) return true;
  if (COMPARED.test(text)) return true;
  const isOfMoney =
    [PRICE, DISCOUNT, PAYS].some((stem) => stem.test(text)) ||
    (asked && !UNIT.test(text) && !TIME.test(text));
  if (isOfMoney && (SHARE.test(text) || WAIVED.test(text))) return true;
  return DIGITS.test(text) && !hasKnownNumbers;
}

/** Whether a clause says that something is not free, or refuses. */
export const denies = (clause: string): boolean =>
  NOT_FREE.test(searchable(clause)) || refuses(clause);

/** Whether a sentence refuses, and does not go on to offer something else. */
function refuses(sentence: string): boolean {
  const text = searchable(sentence);
  return (CANNOT.test(text) || (CAN.test(text) && NONE.test(text))) && !BUT.test(text);
}

function hasMagnitude(text: string): boolean {
  const found = MAGNITUDE.exec(text) ?? stems.COMPOUND_NUMERALS.exec(text);
  return found !== null && !UNIT.test(text.slice(found.index, found.index + 30));
}

/** Whether a sentence speaks of money at all: then a number in it is no size. */
export function speaksOfMoney(sentence: string): boolean {
  const text = searchable(sentence);
  return [MONEY, PRICE, DISCOUNT, PERCENT, MAGNITUDE].some((stem) => stem.test(text));
}

/** Whether a message asks for a price, or for a number in disguise. */
export const asksNumber = (message: string): boolean => ASKS.test(searchable(message));

/** Whether a sentence repeats a budget, and does not say that it is enough. */
export function repeatsBudget(sentence: string): boolean {
  const text = searchable(sentence);
  return BUDGET.test(text) && !SUFFICES.test(text) && !COMPARED.test(text);
}

function accepts(text: string): boolean {
  if (SUFFICES.test(text)) return true;
  const [folded = ''] = text.split('\n');
  const words = folded.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.length > 0 && words.length <= 3 && words.every((word) => YES.has(word));
}
