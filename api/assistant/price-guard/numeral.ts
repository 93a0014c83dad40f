import type { Reader } from './reader.ts';
import { has, isNumeral, type Token } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';
import { HAN_DIGIT, HAN_TIMES, HANGUL_DIGIT, HANGUL_TIMES } from './vocabulary/numerals.ts';

/** A number as it was written, in figures, in words or in both. */
export interface Numeral {
  start: number;
  end: number;
  /** Everything it may mean; empty where its value is not worked out. */
  values: number[];
  /** Whether it is written in words. */
  inWords: boolean;
  /** Whether it says hundreds, thousands or more in words: "12k", "twelve hundred". */
  multiplied: boolean;
}

const PARTS_MAX = 16; // longer than any number that is said

/** The number that begins at `start`; null if none does. */
export function numeralAt(reader: Reader, start: number): Numeral | null {
  const first = reader.at(start);
  if (first.kind === 'number') return figuresAt(reader, start);
  if (first.single) return scriptNumeralAt(reader, start);
  return has(first, MEANS.numeral | MEANS.times) ? wordsAt(reader, start, [], start) : null;
}

function figuresAt(reader: Reader, start: number): Numeral {
  let text = reader.at(start).text;
  let end = start + 1;
  for (let groups = 0; groups < 4 && /^\d{1,3}(?: \d{3})*$/.test(text); groups++) {
    if (reader.at(end).kind !== 'space') break;
    const next = reader.at(end + 1);
    if (!/^\d{3}(?:[.,]\d{1,2})?$/.test(next.text) || next.kind !== 'number') break;
    if (reader.at(end + 2).kind === 'dash') break; // a phone number goes on
    text = `${text} ${next.text}`;
    end += 2;
  }
  const values = readFigures(text.replaceAll(' ', ''));
  if (isLetterDigits(reader.at(end)))
    return { start, end: end + 1, values: [], inWords: false, multiplied: false };
  const after = reader.next(end);
  const next = reader.at(after);
  if (
    /^(?:miles|cents?)$/.test(next.text) ||
    (values.some((value) => value >= 1000) && next.text === 'k')
  )
    return { start, end, values, inWords: false, multiplied: false };
  if (next.text === 'mil' && SHEET.test(reader.at(reader.next(after + 1)).text))
    return { start, end, values, inWords: false, multiplied: false };
  if (
    next.single
      ? HAN_TIMES.test(next.text) || HANGUL_TIMES.test(next.text)
      : isTimes(next, after === end)
  )
    return wordsAt(reader, after, values, start);
  return { start, end, values, inWords: false, multiplied: false };
}

/** What is measured in mils. */
const SHEET = /^(?:plastic|poly|sheet|sheeting|thick|liner|barrier|vapor|film)/;

/** The letter O for a zero, or l for a one: "4,5OO". */
const isLetterDigits = (token: Token) =>
  token.kind === 'word' && /^(?:[oOоО]+|[lI]{1,2})$/.test(token.raw);

/** A multiple of one letter stands right behind its number. */
function isTimes(token: Token, adjacent: boolean): boolean {
  return has(token, MEANS.times) && (adjacent || token.text !== 'k');
}

/** What figures may say: a separator before three of them may part thousands or decimals. */
export function readFigures(text: string): number[] {
  const decimals = /[.,](\d{1,2})$/.exec(text)?.[1];
  const whole = (decimals ? text.slice(0, -decimals.length - 1) : text).replace(/\D/g, '');
  const grouped = Number(`${whole || '0'}.${decimals ?? '0'}`);
  const [, before, after] = /^(\d+)[.,](\d{3,})$/.exec(text) ?? [];
  return before ? [grouped, Number(`${before}.${after}`)] : [grouped];
}

/** Reads on in words, behind the figures whose values are given. */
function wordsAt(reader: Reader, from: number, figures: number[], start: number): Numeral {
  const parts: Token[] = [];
  let end = from;
  let at = from;
  while (parts.length < PARTS_MAX) {
    const token = reader.at(at);
    if (token.kind === 'number' || token.single || !isNumeral(token)) break;
    if (parts.length > 0 && /^(?:grand|miles)$/.test(token.text)) break;
    parts.push(token);
    end = at + 1;
    at = afterJoint(reader, end);
    if (at < 0) break;
  }
  const multiplied = parts.some((part) => has(part, MEANS.times));
  const values = (figures.length ? figures : [null]).map((first) => amountOf(first, parts));
  const known = values.every((value) => value !== null) ? (values as number[]) : [];
  return { start, end, values: known, inWords: figures.length === 0, multiplied };
}

const JOINTS = /^(?:and|y|e|et|und|en|a|of|de|i|و|й)$/;

/** Where a number in words may go on, over a hyphen, "and" or "and a"; -1 where it does not. */
function afterJoint(reader: Reader, end: number): number {
  let at = reader.next(end);
  if (reader.at(at).kind === 'dash') at++;
  const joint = reader.at(at);
  if (joint.kind === 'word' && JOINTS.test(joint.text) && !isNumeral(joint)) {
    at = reader.next(at + 1);
    if (reader.at(at).text === 'a') at = reader.next(at + 1);
  }
  const next = reader.at(at);
  return next.kind === 'word' && isNumeral(next) ? at : -1;
}

function amountOf(figures: number | null, parts: readonly Token[]): number | null {
  let total = 0;
  let group = figures;
  for (const { meaning } of parts) {
    if (meaning.value !== undefined) group = (group ?? 0) + meaning.value;
    else if (meaning.times === undefined) return null;
    else if (meaning.times < 1000) group = (group ?? 1) * meaning.times;
    else {
      total += (group ?? 1) * meaning.times;
      group = null;
    }
  }
  return total + (group ?? 0);
}

/** A number in Han or Hangul numerals: 四千五百, 오천. */
function scriptNumeralAt(reader: Reader, start: number): Numeral | null {
  const han = HAN_DIGIT.test(reader.at(start).text) || HAN_TIMES.test(reader.at(start).text);
  const [digit, times] = han ? [HAN_DIGIT, HAN_TIMES] : [HANGUL_DIGIT, HANGUL_TIMES];
  let end = start;
  let multiplied = false;
  while (end - start < PARTS_MAX) {
    const { text } = reader.at(end);
    if (!digit.test(text) && !times.test(text)) break;
    multiplied ||= times.test(text);
    end++;
  }
  if (end === start || (end === start + 1 && !han && isInWord(reader, start))) return null;
  return { start, end, values: [], inWords: true, multiplied };
}

/** 만 of 하지만, and not of 만원. */
const isInWord = (reader: Reader, at: number) =>
  reader.at(at - 1).single && !/^[원달불]$/.test(reader.at(at + 1).text);

/** Values are compared to a hundredth of a cent. */
export const keyOf = (value: number): string => String(Math.round(value * 10_000) / 10_000);
