import type { Numeral } from './numeral.ts';
import type { Reader } from './reader.ts';
import { has, type Token } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';
import { GLUED_COUNT, GLUED_TIME, GLUED_UNITS } from './vocabulary/units.ts';

/** Numbers that are known to be harmless by their form alone. Each returns where the form ends, or null. */
export type Shape = (reader: Reader, numeral: Numeral) => number | null;

const DIMENSION = /^(?:x|×|х|by|por|par|mal|per|на|times|\*|✕)$/i;

export function isDimensionJoint(reader: Reader, end: number): boolean {
  const joint = reader.next(end);
  return (
    DIMENSION.test(reader.at(joint).text) && reader.at(reader.next(joint + 1)).kind === 'number'
  );
}

/** "20x25", "12' by 16'". */
export const dimensions: Shape = (reader, { start, end, multiplied }) => {
  let joint = reader.next(end);
  if (multiplied || reader.at(start).text === '0') return null; // "0x1900"
  if (/^['"′″’”]$/.test(reader.at(joint).raw) || has(reader.at(joint), MEANS.unit))
    joint = reader.next(joint + 1);
  if (!DIMENSION.test(reader.at(joint).text)) return null;
  const side = reader.next(joint + 1);
  const second = reader.at(side);
  if (second.kind !== 'number' || second.text.length > 6 || isRaised(second.raw)) return null;
  const behind = reader.next(side + 1);
  if (/^[\^eE]$/.test(reader.at(side + 1).text) || isRaised(reader.at(side + 1).raw)) return null;
  return isMoneyBehind(reader, behind) ? null : side + 1;
};

const isRaised = (raw: string) => /[⁰¹²³⁴-⁹]/.test(raw);

export function isMoneyBehind(reader: Reader, at: number): boolean {
  const token = reader.at(at);
  return (
    token.kind === 'sign' || (has(token, MEANS.money) && !has(token, MEANS.weak) && !token.single)
  );
}

/** "(916) 555-0142", "916-555-0142", "+52 55 1234 5678". */
export const phone: Shape = (reader, { start }) => {
  const groups: string[] = [];
  let at = start;
  let end = start;
  const plus = reader.at(start - 1).raw === '+';
  while (groups.length < 6) {
    const token = reader.at(at);
    if (token.kind !== 'number' || /,/.test(token.text)) break;
    groups.push(...token.text.split('.'));
    end = at + 1;
    at = end;
    for (let joints = 0; joints < 2 && /^[-.() \u00a0–]$/.test(reader.at(at).raw); joints++) at++;
  }
  const form = groups.map((group) => group.length).join(' ');
  if (/^(?:1 )?3 3 4$/.test(form)) return end;
  const digits = groups.join('').length;
  return plus && digits >= 8 && digits <= 15 ? end : null;
};

/** "7:30", "7.30 uur", "8 am", "17 h 30", "早上7点". */
export const time: Shape = (reader, { start, end }) => {
  const { text } = reader.at(start);
  if (!/^\d{1,2}(?:[.,]\d\d)?$/.test(text) || end !== start + 1) return null;
  if (
    reader.at(end).raw === ':' &&
    /^[0-5]\d$/.test(reader.at(end + 1).text) &&
    Number(text) <= 24
  ) {
    const behind = reader.next(end + 2);
    return has(reader.at(behind), MEANS.clock) ? behind + 1 : end + 2;
  }
  const after = reader.next(end);
  const next = reader.at(after);
  if (
    has(next, MEANS.clock) &&
    !/^(?:o|in|d|m)$/.test(next.text) &&
    Number.parseInt(text, 10) <= 24
  ) {
    if (/^(?:tarde|noche|manana|mañana|noon|today|tomorrow|sharp)$/.test(next.text)) return end;
    const minutes = reader.next(after + 1);
    return next.text === 'h' && /^[0-5]\d$/.test(reader.at(minutes).text) ? minutes + 1 : after + 1;
  }
  return /^[ap]$/.test(next.text) && reader.at(after + 1).raw === '.' ? after + 2 : null;
};

/** "12/05/2024", "2026-12-01", "24/7", "December 21", "21 de noviembre", "the 8th". */
export const date: Shape = (reader, { start, end }) => {
  const { text } = reader.at(start);
  if (end !== start + 1 || !/^\d{1,4}(?:[.]\d{1,2}){0,2}$/.test(text)) return null;
  const joint = reader.at(end);
  if (text === '24' && joint.raw === '/' && reader.at(end + 1).text === '7') return end + 2;
  if (/^[-/]$/.test(joint.raw) && reader.at(end + 2).raw === joint.raw) {
    const [second, third] = [reader.at(end + 1).text, reader.at(end + 3).text];
    const form = `${text.length} ${second.length} ${third.length}`;
    if (/^\d+$/.test(second + third) && /^(?:[12] [12] [24]|4 2 2)$/.test(form)) return end + 4;
  }
  if (!/^\d{1,2}$/.test(text) || Number(text) > 31) return null;
  if (/^(?:st|nd|rd|th|er|ª|º|°|го|й)$/.test(joint.text)) return end + 1;
  if (has(reader.at(reader.back(start)), MEANS.month)) return end;
  let behind = reader.next(end);
  if (/^(?:de|of|\.)$/.test(reader.at(behind).text)) behind = reader.next(behind + 1);
  return has(reader.at(behind), MEANS.month) && !/^(?:may|mar|set)$/.test(reader.at(behind).raw)
    ? behind
    : null;
};

/** "1200 Grand Avenue", "12 Oak St". */
export const address: Shape = (reader, { start }) => {
  if (!/^\d{1,5}$/.test(reader.at(start).text)) return null;
  let at = reader.next(start + 1);
  for (let words = 0; words < 4; words++) {
    const token = reader.at(at);
    if (words > 0 && has(token, MEANS.street)) return at + 1;
    if (token.kind !== 'word' || !/^\p{Lu}/u.test(token.raw)) return null;
    at = reader.next(at + 1);
  }
  return null;
};

/** Whether a unit written without a space stands here: 平方英尺, 日間. */
export function gluedUnit(reader: Reader, at: number): number | null {
  if (!reader.at(at).single) return null;
  return longestOf(reader, at, GLUED_ALL);
}

const GLUED_ALL = [...GLUED_UNITS, ...GLUED_TIME, ...GLUED_COUNT].sort(
  (a, b) => b.length - a.length,
);

/** Where the first of the wordings that stands here ends; null if none does. */
export function longestOf(reader: Reader, at: number, wordings: readonly string[]): number | null {
  const found = wordings.find((wording) =>
    [...wording].every((char, i) => reader.at(at + i).text === char),
  );
  return found === undefined ? null : at + [...found].length;
}

export const isQuoteMark = (token: Token): boolean => /^['"′″’”]$/.test(token.raw);

/** "3/8 inch", "2 3/8 inches". */
export const fraction: Shape = (reader, { start, end }) => {
  if (end !== start + 1) return null;
  const second = reader.at(end).kind === 'space' ? end + 1 : start;
  const [over, under] = [reader.at(second + 1), reader.at(second + 2)];
  if (over.raw !== '/' && over.raw !== '⁄') return null;
  if (![start, second, second + 2].every((at) => /^\d{1,3}$/.test(reader.at(at).text))) return null;
  if (under.kind !== 'number') return null;
  const dash = reader.next(second + 3);
  const unit = reader.at(dash).kind === 'dash' ? dash + 1 : dash;
  return has(reader.at(unit), MEANS.unit) ? second + 3 : null;
};
