import Big from 'big.js';

export interface NumberRead {
  value: Big;
  end: number;
  /** Came with a currency sign or word, or as "12k": never a size on its own. */
  money: boolean;
  /** "one", "un", "half": a number only with a unit behind it. */
  weak: boolean;
}

const SMALL = words(
  `one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13
  fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 zero=0
  un=1 una=1 uno=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12
  trece=13 catorce=14 quince=15 dieciseis=16 diecisiete=17 dieciocho=18 diecinueve=19 veintiuno=21
  veintidos=22 veintitres=23 veinticuatro=24 veinticinco=25 veintiseis=26 veintisiete=27 veintiocho=28
  veintinueve=29`,
);
const TENS = words(
  `twenty=20 thirty=30 forty=40 fourty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 veinte=20
  treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90`,
);
const HUNDREDS = words(
  `cien=100 ciento=100 doscientos=200 doscientas=200 trescientos=300 trescientas=300 cuatrocientos=400
  cuatrocientas=400 quinientos=500 quinientas=500 seiscientos=600 seiscientas=600 setecientos=700
  setecientas=700 ochocientos=800 novecientos=900`,
);
const FRACTIONS: Record<string, string> = {
  '½': '0.5',
  '¼': '0.25',
  '¾': '0.75',
  '⅓': '0.33',
  '⅔': '0.67',
  '⅛': '0.125',
};
const WEAK_WORDS = new Set([
  'one',
  'un',
  'una',
  'uno',
  'once',
  'half',
  'quarter',
  'medio',
  'media',
  'a',
  'an',
]);

function words(list: string): Map<string, number> {
  return new Map(
    list
      .trim()
      .split(/\s+/)
      .map((pair) => {
        const [word = '', value = '0'] = pair.split('=');
        return [word, Number(value)] as const;
      }),
  );
}

/** "12 500 sq ft", "1 200 ft", but "1 200 sq ft patio" is one of 200, and "6 100 ft" a height and a length. */
const SPACED = String.raw`\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)|(?:1|9|[1-9]\d{1,2}) \d{3}(?=\s*(?:(?:sq|square)\.?\s*(?:ft|feet|foot)|sqft|s\.?f\.?|ft|feet|foot|lf|linear|'|m2|m²|pies|metros)(?!\p{L})(?!\.?\s+(?:\p{L}+\s+)?(?:patio|fenc|walkway|driveway|bed|path|pad|section|area|run|side|panel|roll|yard)))|1 \d{3}(?=\W*$)`;
const FIGURE = new RegExp(
  String.raw`\d{1,2}\/\d{1,2}(?![\d/])|(?:${SPACED}|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,7}(?:\.\d{1,4})?(?!\d)|\.\d{1,4})(?:\s?[½¼¾⅓⅔⅛]|[\s-]\d{1,2}\/\d{1,2}(?![\d/]))?|[½¼¾⅓⅔⅛]`,
  'uy',
);
const MONEY_AFTER =
  /\s*(?:dollars?|bucks|usd|us\$|grand|eur(?:os?)?|€|\$|d[oó]lares|pesos)(?![\p{L}])/uy;

/** Reads a number written in figures or words (English, Spanish) that starts at `at`. */
export function readNumber(text: string, at: number, locale: 'en' | 'es'): NumberRead | null {
  const figure = readFigure(text, at, locale) ?? readWords(text, at);
  if (!figure) return null;
  MONEY_AFTER.lastIndex = figure.end;
  const money = /[$€£]\s?$/.test(text.slice(Math.max(0, at - 3), at)) || MONEY_AFTER.test(text);
  return { ...figure, money: figure.money || money };
}

function readFigure(text: string, at: number, locale: 'en' | 'es'): NumberRead | null {
  FIGURE.lastIndex = at;
  const raw = FIGURE.exec(text)?.[0];
  if (raw === undefined) return null;
  const end = at + raw.length;
  const decimalComma = /^,\d{1,2}(?!\d)/.exec(text.slice(end));
  if (decimalComma && locale === 'es' && /^\d+$/.test(raw)) {
    return {
      value: Big(raw + decimalComma[0].replace(',', '.')),
      end: end + decimalComma[0].length,
      money: false,
      weak: false,
    };
  }
  // "1.200 pies" is Spanish on any site
  const spanish =
    locale === 'es' || /^\s*(?:pies?|metros?|pulgadas?|yardas?)(?!\p{L})/u.test(text.slice(end));
  const thousands = spanish && /^\d{1,3}\.\d{3}$/.test(raw);
  const value = figureValue(thousands ? raw.replace('.', '') : raw);
  if (!value) return null;
  const scale = /^(?:\s*(hundred|thousand|mil|cientos)(?!\p{L})|(k)(?!\p{L}))/u.exec(
    text.slice(end),
  );
  if (scale) {
    const times = scale[1] === 'hundred' || scale[1] === 'cientos' ? 100 : 1000;
    const bareK = scale[2] !== undefined && !/^\s*(?:sq|ft|feet|sf|m2)/.test(text.slice(end + 1));
    return { value: value.times(times), end: end + scale[0].length, money: bareK, weak: false };
  }
  const half = /^\s+(?:and\s+a\s+half|y\s+medi[oa])(?!\p{L})/u.exec(text.slice(end))?.[0] ?? '';
  return {
    value: half ? value.plus('0.5') : value,
    end: end + half.length,
    money: false,
    weak: false,
  };
}

function figureValue(raw: string): Big | null {
  const text = raw.replace(/,|(?<=\d)\s(?=\d{3}(?!\d))/g, '');
  const glyph = /[½¼¾⅓⅔⅛]/u.exec(text)?.[0];
  const ratio = /(\d{1,2})\/(\d{1,2})$/.exec(text);
  if (ratio && Number(ratio[2]) === 0) return null;
  const whole = text.replace(/[\s-]?(?:[½¼¾⅓⅔⅛]|\d{1,2}\/\d{1,2})$/u, '');
  let value = Big(whole === '' || whole === text.match(/^\d{1,2}\/\d{1,2}$/)?.[0] ? 0 : whole);
  if (glyph) value = value.plus(FRACTIONS[glyph] ?? 0);
  if (ratio) value = value.plus(Big(ratio[1] ?? 0).div(ratio[2] ?? 1));
  return value;
}

const WORD = /\p{L}+/uy;
const UNIT_AHEAD = /^\s+(?:an?\s+)?(?:acre|hect[aá]rea|hectare|foot|inch|mile)/u;

interface Sum {
  total: number;
  current: number;
}

function readWords(text: string, at: number): NumberRead | null {
  const sum: Sum = { total: 0, current: 0 };
  let end = at;
  let first = '';
  let count = 0;
  let cursor = at;
  while (count < 8) {
    WORD.lastIndex = cursor;
    const word = WORD.exec(text)?.[0];
    if (word === undefined) break;
    const folded = word.normalize('NFD').replace(/\p{M}/gu, '');
    const rest = text.slice(cursor + word.length);
    const added = addWord(sum, folded, rest, count > 0);
    if (added === 'no') break;
    if (count === 0) first = folded;
    count += 1;
    cursor += word.length;
    if (added === 'yes') end = cursor;
    const gap = /^[\s-]+/.exec(text.slice(cursor))?.[0].length ?? 0;
    if (gap === 0) break;
    cursor += gap;
  }
  if (end === at) return readPart(text, at);
  const half = /^\s+(?:and\s+a\s+half|y\s+medi[oa])(?!\p{L})/u.exec(text.slice(end))?.[0] ?? '';
  const value = Big(sum.total + sum.current).plus(half ? '0.5' : 0);
  return {
    value,
    end: end + half.length,
    money: false,
    weak: count === 1 && WEAK_WORDS.has(first),
  };
}

/** Adds one word to the sum: it counts, it joins ("and", "a"), or the number has ended. */
function addWord(sum: Sum, word: string, rest: string, inside: boolean): 'yes' | 'join' | 'no' {
  const { current } = sum;
  const small = SMALL.get(word) ?? HUNDREDS.get(word);
  const tens = TENS.get(word);
  if (word === 'hundred' || word === 'hundreds') {
    if (!inside && word === 'hundreds') return 'no';
    sum.current = (current || 1) * 100;
  } else if (word === 'thousand' || word === 'mil') {
    sum.total += (current || 1) * 1000;
    sum.current = 0;
  } else if (word === 'dozen') sum.current = (current || 1) * 12;
  else if (word === 'couple') sum.current = 2;
  else if (tens !== undefined && current % 100 === 0) sum.current += tens;
  else if (small !== undefined && fits(current, small)) sum.current += small;
  else if (
    /^(?:a|an)$/.test(word) &&
    /^\s+(?:hundred|thousand|dozen|couple)(?!\p{L})/u.test(rest)
  ) {
    return 'join';
  } else if (inside && /^(?:and|n|y)$/.test(word) && current % 10 === 0 && startsNumber(rest)) {
    return word !== 'y' && current % 100 !== 0 ? 'no' : 'join';
  } else if (inside && word === 'of' && /^\s+(?:hundred|thousand)/.test(rest)) return 'join';
  else return 'no';
  return 'yes';
}

const fits = (current: number, next: number): boolean =>
  current === 0 || (next < 10 && current % 10 === 0) || (next < 100 && current % 100 === 0);

const startsNumber = (rest: string): boolean => {
  const next = /^[\s-]+(\p{L}+)/u.exec(rest)?.[1] ?? '';
  return SMALL.has(next) || TENS.has(next);
};

/** "half an acre", "a quarter acre", "an acre", "medio acre". */
function readPart(text: string, at: number): NumberRead | null {
  const match =
    /^(?:(three)[\s-]quarters?(?:\s+of)?|(?:an?\s+)?(quarter)(?:\s+of)?|(?:an?\s+)?(half|medi[oa])(?:\s+of)?|an?)(?!\p{L})/u.exec(
      text.slice(at),
    );
  if (!match || !UNIT_AHEAD.test(text.slice(at + match[0].length))) return null;
  const value = match[1] ? '0.75' : match[2] ? '0.25' : match[3] ? '0.5' : '1';
  const article = /^\s+an?(?=\s)/.exec(text.slice(at + match[0].length))?.[0].length ?? 0;
  return { value: Big(value), end: at + match[0].length + article, money: false, weak: true };
}
