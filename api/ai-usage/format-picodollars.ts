const PER_USD = 1_000_000_000_000n;
const DECIMALS = 12;

/** Picodollars (10⁻¹² USD) as an exact decimal string with at least two decimals: "1.375", "25.00". */
export function formatPicodollars(picodollars: bigint): string {
  const sign = picodollars < 0n ? '-' : '';
  const size = picodollars < 0n ? -picodollars : picodollars;
  const fraction = (size % PER_USD).toString().padStart(DECIMALS, '0').replace(/0+$/, '');
  return `${sign}${size / PER_USD}.${fraction.padEnd(2, '0')}`;
}

/** Reads what formatPicodollars writes; the text has at most 12 decimals and no sign. Throws on anything else. */
export function parsePicodollars(usd: string): bigint {
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d{1,12}))?$/.exec(usd) ?? [];
  if (whole === undefined) throw new Error('not a decimal amount of USD');
  return BigInt(whole) * PER_USD + BigInt(fraction.padEnd(DECIMALS, '0'));
}
