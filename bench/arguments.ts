import { parseArgs } from 'node:util';
import { PlainError } from '../db/plain-error.ts';

export const PACED_VISITORS = 1_000;

export interface BenchArguments {
  /** Visitors at a time who come and go. */
  levels: number[];
  paced: boolean;
  staff: boolean;
  rounds: number;
  windowMs: number;
}

const ALL = ['1', '10', '50', '200', String(PACED_VISITORS), 'staff'];

/** `10 50 200`, `1000`, `staff`, with `--rounds` and `--seconds` (of a round); everything unless named. */
export function benchArguments(args: string[]): BenchArguments {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '15' },
    },
  });
  const wanted = positionals.length > 0 ? positionals : ALL;
  const levels = wanted.filter((word) => word !== 'staff').map((word) => wholeNumber(word));
  return {
    levels: levels.filter((level) => level !== PACED_VISITORS),
    paced: levels.includes(PACED_VISITORS),
    staff: wanted.includes('staff'),
    rounds: wholeNumber(values.rounds),
    windowMs: wholeNumber(values.seconds) * 1000,
  };
}

export function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new PlainError(`"${text}" is not a whole number from 1 to 99999.`);
}
