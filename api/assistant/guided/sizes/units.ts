import Big from 'big.js';

export type LengthUnit = 'ft' | 'in' | 'yd' | 'mi' | 'm' | 'cm' | 'mm' | 'km';
export type AreaUnit = 'sq_ft' | 'sq_yd' | 'sq_m' | 'acre' | 'hectare';
/** `lf` is a length that says it runs along something; a volume other than yd³ is recognised and never priced. */
export type Unit = LengthUnit | AreaUnit | 'lf' | 'cu_yd' | 'volume';

/** Exact size in feet, or square feet, as [numerator, denominator]. International foot: 0.3048 m. */
const IN_FEET: Record<string, [string, string]> = {
  ft: ['1', '1'],
  lf: ['1', '1'],
  in: ['1', '12'],
  yd: ['3', '1'],
  mi: ['5280', '1'],
  km: ['1000', '0.3048'],
  m: ['1', '0.3048'],
  cm: ['1', '30.48'],
  mm: ['1', '304.8'],
};
const IN_SQUARE_FEET: Record<string, [string, string]> = {
  sq_ft: ['1', '1'],
  sq_yd: ['9', '1'],
  sq_m: ['1', '0.09290304'],
  acre: ['43560', '1'],
  hectare: ['10000', '0.09290304'],
};

export const isAreaUnit = (unit: string): boolean => unit in IN_SQUARE_FEET;
export const isLengthUnit = (unit: string): boolean => unit in IN_FEET;

/** Converts between two lengths or two areas; null when they do not measure the same thing. */
export function convert(value: Big, from: string, to: string): Big | null {
  if (from === to) return value;
  for (const table of [IN_FEET, IN_SQUARE_FEET]) {
    const source = table[from];
    const target = table[to];
    if (source && target) {
      return value.times(source[0]).times(target[1]).div(Big(source[1]).times(target[0]));
    }
  }
  return null;
}

/** The side of one unit of area: sq_ft → ft. Sizes without a unit are read in it. */
export function sideUnit(areaUnit: string | null): LengthUnit {
  if (areaUnit === 'sq_m' || areaUnit === 'hectare') return 'm';
  return areaUnit === 'sq_yd' ? 'yd' : 'ft';
}

/** Two decimals at most, half up, no trailing zeros: what an input value looks like. */
export const toDecimalString = (value: Big): string => Big(value.toFixed(2)).toString();

const END = String.raw`(?![\p{L}\p{N}])|(?=x\s?\d)`;
const SQUARE = String.raw`(?:sq(?:uare|uared|ure|uar|r)?|sqaure|suqare)\.?[\s-]*`;
const FEET = `(?:ft|feet|foot|footage|fts|feets|fet|f|')`;
const METRES = `(?:m(?:et(?:er|re)s?|ts?|trs?)?|metros?)`;

/** "500 ft2", "500 ft 2", but not the 2 of "100 ft 2 gates". */
const SQUARED = String.raw`(?:2|\s?²|\s?\^2|\s2(?=\s*(?:$|[.,;!?)]|(?:of|de)\s)))`;

const make = (pattern: string): RegExp =>
  new RegExp(String.raw`[\s-]*(?:${pattern})(?:${END})`, 'uy');

/** Longest readings first: "sq ft" before "ft", "m2" before "m". */
const UNITS: [Unit, RegExp][] = [
  [
    'cu_yd',
    make(
      String.raw`(?:cubic|cu\.?)\s*(?:yards?|yds?)\.?|cuyds?|cy|yardas\s+c[uú]bic[ao]s|(?:yards?|yds?)\s+of\s+(?:\p{L}+\s+)?(?:mulch|bark|wood\s?chips|chips)`,
    ),
  ],
  [
    'volume',
    make(
      String.raw`(?:cubic|cu\.?|c[uú]bic[ao]s)\s*(?:ft|feet|foot|m\p{L}*)\.?|(?:pies|metros)\s+c[uú]bic[ao]s`,
    ),
  ],
  [
    'sq_ft',
    make(
      String.raw`${SQUARE}${FEET}\.?|sqft|sqf|sft|s\.?f\.?|${FEET}${SQUARED}|${FEET}\.?\s+sq(?:uared?)?|pies?\s+(?:cuadrados?|cuad)\.?|pies?${SQUARED}|squares?\s+${FEET}|sq(?!\.?[\s-]*(?:m|y))`,
    ),
  ],
  [
    'sq_m',
    make(
      String.raw`${SQUARE}${METRES}|sqm|${METRES}${SQUARED}|${METRES}\s+squared|metros?\s+(?:cuadrados?|cuad)`,
    ),
  ],
  [
    'sq_yd',
    make(
      String.raw`${SQUARE}(?:yards?|yds?)|sqyds?|(?:yards?|yds?)\s?(?:2|²|\^2)|yardas\s+cuadradas`,
    ),
  ],
  ['acre', make('acres?|ac')],
  ['hectare', make('hectares?|hect[aá]reas?|ha')],
  [
    'lf',
    make(
      String.raw`(?:linear|lineal|lin\.?|ln\.?|running)[\s-]*(?:${FEET}|yards?)|lf|l\.f\.|lnft|pies?\s+lineales`,
    ),
  ],
  [
    'in',
    /[\s-]*(?:inch(?:es)?|inchs|pulgadas?|["″”]|''|in(?=\s*(?:$|[.,;!?)x×]|deep|thick|high|tall|of\s|by\s|layer|depth)))/uy,
  ],
  [
    'ft',
    /[\s-]*(?:(?:ft|feet|foot|fts|feets|fet|pies?|pie)(?:(?![\p{L}\p{N}])|(?=x\s?\d))\.?|['′’])/uy,
  ],
  ['yd', make('yards?|yds?|yardas?')],
  ['mi', make('miles?|millas?')],
  ['km', make('kms?|kilomet(?:er|re)s?|kil[oó]metros?')],
  ['cm', make('cms?|cent[ií]met(?:er|re|ro)s?')],
  ['mm', make('mms?|millimet(?:er|re)s?')],
  ['m', make(METRES)],
];

/** The unit that starts at `at` (after spaces or a hyphen) and where it ends, or null. */
export function readUnit(text: string, at: number): { unit: Unit; end: number } | null {
  for (const [unit, pattern] of UNITS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { unit, end: at + match[0].length };
  }
  return null;
}
