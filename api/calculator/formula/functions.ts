import { Decimal, settle, ZERO } from '../decimals.ts';
import { FormulaError } from './tokens.ts';

interface NumberFunction {
  /** How many arguments it takes. */
  least: number;
  most: number;
  apply(args: Decimal[]): Decimal;
}

const PLACES_MAX = 10;

const one = (apply: (value: Decimal) => Decimal): NumberFunction => ({
  least: 1,
  most: 1,
  apply: ([value = ZERO]) => apply(value),
});

/** Rounds towards plus or minus infinity, after dropping the noise of divisions. */
function whole(value: Decimal, up: boolean): Decimal {
  const settled = settle(value);
  const away = settled.gt(ZERO) === up;
  return settled.round(0, away ? Decimal.roundUp : Decimal.roundDown);
}

function round([value = ZERO, places = ZERO]: Decimal[]): Decimal {
  const digits = Number(places.toFixed());
  if (!Number.isInteger(digits) || digits < 0 || digits > PLACES_MAX) {
    throw new FormulaError(`round() takes 0 to ${PLACES_MAX} places, not ${places.toFixed()}`);
  }
  return settle(value).round(digits, Decimal.roundHalfUp);
}

function squareRoot(value: Decimal): Decimal {
  if (value.lt(ZERO)) throw new FormulaError('sqrt() of a negative number');
  return value.sqrt();
}

/** The functions on numbers; `if` is part of the language itself. */
export const FUNCTIONS: ReadonlyMap<string, NumberFunction> = new Map([
  ['ceil', one((value) => whole(value, true))],
  ['floor', one((value) => whole(value, false))],
  ['round', { least: 1, most: 2, apply: round }],
  ['min', { least: 1, most: 20, apply: (args) => args.reduce((a, b) => (a.lte(b) ? a : b)) }],
  ['max', { least: 1, most: 20, apply: (args) => args.reduce((a, b) => (a.gte(b) ? a : b)) }],
  ['sqrt', one(squareRoot)],
]);

/** Words that an input or derived quantity cannot be called. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set(['if', ...FUNCTIONS.keys()]);
