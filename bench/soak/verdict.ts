import { median } from '../measure/stats.ts';

/** What was read at the end of each interval, over that interval. */
export interface Sample {
  /** Since the traffic began. */
  minute: number;
  workerMb: number;
  postgresMb: number;
  /** The most at once. */
  connections: number;
  messages: number;
  p50: number;
  p99: number;
  staffP50: number;
  failures: number;
}

interface Rule {
  what: string;
  of: keyof Sample;
  /** The last third's median may be so many times the first third's; absent where it is only reported. */
  most?: number;
  /** Neither more nor fewer. */
  equal?: boolean;
}

const RULES: Rule[] = [
  { what: 'workerd memory', of: 'workerMb', most: 1.15 },
  { what: 'Postgres memory', of: 'postgresMb', most: 1.15 },
  { what: 'connections', of: 'connections', equal: true },
  { what: 'first token p50', of: 'p50', most: 1.2 },
  { what: 'first token p99', of: 'p99' },
  { what: 'GET /api/customers p50', of: 'staffP50', most: 1.2 },
];

const WARM_UP_MINUTES_MAX = 5;
const WARM_UP_SHARE = 1 / 6;

export interface Finding {
  what: string;
  first: number;
  last: number;
  ratio: number;
  limit: string;
  isFlat: boolean;
}

/** Compares the medians of the first and the last third of what follows the warm-up. */
export function verdict(samples: Sample[]): Finding[] {
  const minutes = samples.at(-1)?.minute ?? 0;
  const warmUp = Math.min(WARM_UP_MINUTES_MAX, minutes * WARM_UP_SHARE);
  const counted = samples.filter(({ minute }) => minute > warmUp);
  const third = Math.max(1, Math.floor(counted.length / 3));
  return RULES.map(({ what, of, most, equal }) => {
    const middle = (some: Sample[]) => median(some.map((sample) => sample[of]));
    const [first, last] = [middle(counted.slice(0, third)), middle(counted.slice(-third))];
    const ratio = last / first;
    if (equal) return { what, first, last, ratio, limit: 'equal', isFlat: first === last };
    const isFlat = most === undefined || ratio <= most;
    return { what, first, last, ratio, limit: most ? `<= ${most}` : '', isFlat };
  });
}
