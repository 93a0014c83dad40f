import createBig, { type BigConstructor, type Big as BigValue } from 'big.js';

/**
 * A constructor of our own, strict: it refuses JavaScript numbers, so that no float gets in. Division
 * and roots keep 40 digits; `settle` then drops the noise of the last 20.
 */
const own: BigConstructor = createBig();
own.strict = true;
own.DP = 40;

export const Decimal = own;
export type Decimal = BigValue;

export const ZERO = new Decimal('0');
export const ONE = new Decimal('1');
export const HUNDRED = new Decimal('100');

const SETTLED_PLACES = 20;

/** 20 ÷ 3 × 3 is 20, not 20.00…01: rounds away what a division could not express. */
export function settle(value: Decimal): Decimal {
  return value.round(SETTLED_PLACES, Decimal.roundHalfUp);
}

/**
 * As many digits after the point as a division keeps. Products of products would double theirs at every
 * step, and the time they take with it.
 */
export const boundDigits = (value: Decimal): Decimal => value.round(own.DP, own.roundHalfUp);

/** Rounds half away from zero to a whole number of minor units. */
export function toMinorUnits(value: Decimal): Decimal {
  return settle(value).round(0, Decimal.roundHalfUp);
}

/** Plain decimal text without exponent or trailing zeros, e.g. "9.26", "550". */
export function toText(value: Decimal): string {
  return value.eq(ZERO) ? '0' : value.toFixed();
}

const digitsOf = new Map<string, number>(); // a NumberFormat takes longer to make than a quote

/** Digits after the point in the currency's minor unit: 2 for USD, 0 for JPY. */
export function minorDigits(currency: string): number {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  digitsOf.set(currency, digits);
  return digits;
}

/** Major units to minor: "4.50" USD → 450. May leave a fraction; the config check refuses those. */
export function majorToMinor(amount: string, currency: string): Decimal {
  return new Decimal(amount).times(new Decimal(`1e${minorDigits(currency)}`));
}
