import { sentenceBefore } from './clause.ts';
import { mayBeSaid } from './judge-money.ts';
import { isHarmless } from './judge-number.ts';
import { isKnownPercent, percentBehind } from './judge-percent.ts';
import { phraseAt } from './judge-phrase.ts';
import { judgeAcceptance, judgeRelation, relatedBehind } from './judge-relation.ts';
import { judgeShare } from './judge-share.ts';
import type { Known } from './known.ts';
import { TERMS } from './lexicon.ts';
import { amountBehind, currencyBehind, signAt } from './money-marks.ts';
import { chainBehind, isRangeAround } from './number-chain.ts';
import { type Numeral, numeralAt } from './numeral.ts';
import type { Reader } from './reader.ts';
import { romanNumeral } from './roman-numeral.ts';
import { address } from './shapes.ts';
import { isSmallTalk } from './small-talk.ts';
import { spelledDigits } from './spelled-digits.ts';
import { spelledWord } from './spelled-word.ts';
import { has } from './token.ts';
import { hold, pass, type Verdict } from './verdict.ts';
import { MEANS } from './vocabulary/meaning.ts';

/** Judges what begins at `start`. */
export function judge(reader: Reader, start: number, known: Known): Verdict {
  const token = reader.at(start);
  if (token.kind === 'word') {
    const spelled = spelledWord(reader, start);
    if (spelled !== null) return hold(spelled, 'amount');
    const terms = phraseAt(reader, start, TERMS);
    if (terms !== null) return hold(terms, 'terms');
    const acceptance = known.offered ? judgeAcceptance(reader, start) : null;
    if (acceptance) return acceptance;
    const roman = romanNumeral(reader, start, known);
    if (roman !== null) return hold(roman, 'amount');
    const share = judgeShare(reader, start);
    if (share) return share;
    const relation = judgeRelation(reader, start);
    if (relation) return relation;
  }
  const sign = signAt(reader, start);
  if (sign) {
    const at = reader.next(sign.end);
    const numeral = numeralAt(reader, at);
    if (!numeral) return token.kind === 'word' ? judgeWord(reader, start, known) : pass(start + 1);
    return judgeMoney(reader, start, numeral, known, sign.currencies);
  }
  const numeral = numeralAt(reader, start);
  if (numeral) return judgeNumeral(reader, numeral, known);
  return judgeWord(reader, start, known);
}

/** A number that is marked as money, by what is before or behind it. */
function judgeMoney(
  reader: Reader,
  start: number,
  numeral: Numeral,
  known: Known,
  before: readonly string[] | null,
): Verdict {
  if (before && MILLIONS.test(reader.at(numeral.end).text))
    return hold(numeral.end + 1, 'amount', true);
  const behind = currencyBehind(reader, numeral.end);
  const { values, end, isCents } = amountBehind(reader, numeral, behind);
  const currencies = before ?? (isCents ? null : (behind?.currencies ?? null));
  const inRange = isRangeAround(reader, start, end);
  if (
    isWhole(reader, numeral) &&
    mayBeSaid(reader, known, {
      numeral: { ...numeral, values },
      start,
      end,
      currencies,
      inRange,
      sentence: sentenceBefore(reader, start),
    })
  )
    return pass(end);
  return hold(end, 'amount', before !== null || behind?.describes === true);
}

const MILLIONS = /^(?:m|mm|mn|b|bn)$/;

/** Whether the number ends where it seems to: "$4<b>500</b>" goes on. */
function isWhole(reader: Reader, { end }: Numeral): boolean {
  const next = reader.at(reader.next(end));
  return (
    next.kind !== 'number' &&
    !(
      next.raw === ',' &&
      reader.at(reader.next(end) + 1).kind === 'number' &&
      reader.at(reader.next(end) + 1).text.length === 3
    )
  );
}

export function judgeNumeral(
  reader: Reader,
  numeral: Numeral,
  known: Known,
  isFirst = true,
): Verdict {
  const { start, end } = numeral;
  const street = numeral.inWords ? null : address(reader, numeral);
  if (street !== null) return pass(street);
  const money = currencyBehind(reader, end);
  if (money) return judgeMoney(reader, start, numeral, known, null);
  const percent = percentBehind(reader, end);
  if (percent !== null)
    return isKnownPercent(reader, numeral, percent, known)
      ? pass(percent)
      : hold(percent, 'percent');
  const related = relatedBehind(reader, numeral);
  if (related) return related;
  const harmless = isHarmless(reader, numeral, known);
  if (harmless !== null) return pass(harmless);
  const spelled = spelledDigits(reader, numeral);
  if (spelled)
    return known.hasDigits(spelled.digits) ? pass(spelled.end) : hold(spelled.end, 'amount');
  const chained = isFirst ? chainBehind(reader, numeral, known) : null;
  if (chained) return chained;
  if (numeral.inWords && isSmallTalk(reader, numeral)) return pass(end);
  const inRange = isRangeAround(reader, start, end);
  if (
    isWhole(reader, numeral) &&
    mayBeSaid(reader, known, {
      numeral,
      start,
      end,
      currencies: null,
      inRange,
      sentence: sentenceBefore(reader, start),
    })
  )
    return pass(end);
  return hold(end, 'amount', true);
}

/** A name of money or a vague quantity: harmless unless they come together. */
function judgeWord(reader: Reader, start: number, known: Known): Verdict {
  const token = reader.at(start);
  if (has(token, MEANS.vague)) {
    let at = reader.next(start + 1);
    if (/^(?:of|de|d|von)$/.test(reader.at(at).text)) at = reader.next(at + 1);
    const next = reader.at(at);
    if (next.kind === 'sign' || next.kind === 'number') {
      const verdict = judge(reader, at, known);
      return verdict.held ? verdict : pass(start + 1);
    }
    if (!has(next, MEANS.times | MEANS.money) || next.text === 'mil') return pass(start + 1);
    const verdict = judge(reader, at, known);
    return verdict.held ? verdict : hold(at + 1, 'amount');
  }
  if (!has(token, MEANS.money) || token.meaning.currencies?.length === 0) return pass(start + 1);
  const before = reader.at(reader.back(start));
  const isOpen =
    /^(?:a|per|each|another|every|extra|un|una|ein|eine|une|few|many)$/.test(before.text) ||
    (before.kind === 'word' && /^(?:[mdclxvi]{2,}|\p{L})$/u.test(before.text));
  return isOpen ? hold(start + 1, 'amount') : pass(start + 1);
}
