import type Big from 'big.js';
import { textAfter, textBefore } from '../../../platform/nearby-text.ts';
import { readNumber } from './numbers.ts';
import { readUnit, type Unit } from './units.ts';

export type Role = 'length' | 'width' | 'height' | 'depth' | 'area' | 'diameter' | 'radius';

export type Token =
  | {
      kind: 'number';
      value: Big;
      unit: Unit | null;
      money: boolean;
      weak: boolean;
      start: number;
      end: number;
    }
  | { kind: 'by' | 'to' | 'and' | 'break'; text: string; start: number; end: number }
  | { kind: 'label'; role: Role; noun: boolean; text: string; start: number; end: number }
  | { kind: 'word'; text: string; start: number; end: number };
export type NumberToken = Extract<Token, { kind: 'number' }>;

const LABELS: [Role, boolean, RegExp][] = [
  ['length', false, /^(?:long|longs|largo|larga)$/],
  ['length', true, /^(?:length|lenght|perimeter|longitud|run|l)$/],
  ['width', false, /^(?:wide|across|ancho|ancha)$/],
  ['width', true, /^(?:width|widht|anchura|w)$/],
  ['height', false, /^(?:high|tall|hight|alto|alta)$/],
  ['height', true, /^(?:height|heigth|altura|h)$/],
  ['depth', false, /^(?:deep|thick|hondo|grueso)$/],
  ['depth', true, /^(?:depth|thickness|profundidad|espesor|grosor)$/],
  ['area', true, /^(?:area|footage|sqft|área|superficie)$/],
  ['diameter', false, /^(?:round|circle|circular)$/],
  ['diameter', true, /^(?:diameter|diámetro)$/],
  ['radius', true, /^(?:radius|radio)$/],
];

/** Words right before a number that make it an amount of money, where no unit follows. */
const OF_MONEY =
  /(?<!\p{L})(?:budget|spend(?:ing)?|pay(?:ing)?|offer(?:ed|ing)?|quoted|charg(?:ed?|ing)|beat|afford|costs?|under|only have|(?<!i )said|says|asking|(?:you|u) (?:take|accept)|(?:get|do it|get it|deal|settle) for|presupuesto|pagar|ofrezco)\s+(?:(?:'s|is|of|me|us|about|around|like|only|up to|maybe|less than|more than|no|max|at most|just|es|de|unos)\s+)*$/u;

/** Cuts text (lower case) into numbers with their units, labels and the words between sizes. */
export function lexSizes(text: string, locale: 'en' | 'es'): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const previous = text[at - 1] ?? ' ';
    const number =
      /[\p{L}\p{N}]/u.test(previous) &&
      !/[x×*]$|(?<!\p{L})by$/u.test(text.slice(Math.max(0, at - 3), at))
        ? null
        : readNumber(text, at, locale);
    if (number) {
      const unit = readUnit(text, number.end);
      const end = unit?.end ?? number.end;
      // "my 50x30 yard" is the yard's size in feet
      const isYard = tokens.at(-1)?.kind === 'by' && text.slice(at, end).endsWith('yard');
      const rest = textAfter(text, end);
      const isMoney =
        unit === null && OF_MONEY.test(textBefore(text, at)) && !/^\s*(?:[x×*]|by)/.test(rest);
      const token: NumberToken = {
        kind: 'number',
        ...number,
        money: number.money || isMoney,
        unit: isYard ? null : (unit?.unit ?? null),
        start: at,
        end,
      };
      addNumber(tokens, token, rest);
      at = end;
      continue;
    }
    const raw =
      /^(?:[x×*](?=\s?[\d.])|\p{L}[\p{L}\p{M}']*|\s+|.)/su.exec(text.slice(at))?.[0] ?? ' ';
    const token = nonNumber(
      raw,
      at,
      tokens.at(-1)?.kind === 'number',
      textAfter(text, at + raw.length),
      locale,
    );
    if (token) tokens.push(token);
    at += raw.length;
  }
  return tokens;
}

const COUNTS =
  /^\s+(?!(?:high|tall|long|wide|deep|thick|and|each|alto|largo|ancho)(?!\p{L}))\p{L}{3,}/u;

/** 5'6" and "5 ft 6 in" are one length; "30 ft 4 in deep" and "100 ft 2 gates" are two. */
function addNumber(tokens: Token[], token: NumberToken, rest: string): void {
  const last = tokens.at(-1);
  const inches = token.unit === 'in' || (token.unit === null && token.value.lt(12));
  const gap = last ? token.start - last.end : 2;
  const isCount = token.unit === null && COUNTS.test(rest);
  const isApart = isCount || (gap === 1 && /^\s*(?:deep|thick|of\s)|^[x×*]/.test(rest));
  if (
    last?.kind === 'number' &&
    last.unit === 'ft' &&
    inches &&
    token.value.lt(12) &&
    gap <= 1 &&
    !isApart
  ) {
    last.value = last.value.plus(token.value.div(12));
    last.end = token.end;
    return;
  }
  tokens.push(token);
}

function nonNumber(
  raw: string,
  start: number,
  afterNumber: boolean,
  rest: string,
  locale: 'en' | 'es',
): Token | null {
  const end = start + raw.length;
  const at = { text: raw, start, end };
  if (/^(?:[×*x]|by)$/.test(raw) || (raw === 'por' && afterNumber)) return { kind: 'by', ...at };
  // the hyphens of "20-foot-high" join, that of "20-25 ft" spans
  if (/^[-–—]$/.test(raw)) return afterNumber && /^\s?\d/.test(rest) ? { kind: 'to', ...at } : null;
  if (/^(?:to|or|thru)$/.test(raw) || (locale === 'es' && /^[ao]$/.test(raw))) {
    return { kind: 'to', ...at };
  }
  // "300 maybe 350"
  if (/^(?:maybe|perhaps|quiz[aá]s?)$/.test(raw) && afterNumber && /^\s+\d/.test(rest))
    return { kind: 'to', ...at };
  if (/^(?:and|y|&|\+)$/.test(raw)) return { kind: 'and', ...at };
  if (/^\p{L}/u.test(raw)) {
    // "w/ herringbone" is "with"
    const isWith = raw === 'w' && rest.startsWith('/');
    const label = isWith ? undefined : LABELS.find(([, , pattern]) => pattern.test(raw));
    if (label) return { kind: 'label', role: label[0], noun: label[1], ...at };
    return { kind: 'word', ...at };
  }
  if (/^[\s~:=()'"#.]$|^\s+$/.test(raw) && raw !== '\n')
    return raw === '.' ? { kind: 'break', ...at } : null;
  return { kind: 'break', ...at };
}
