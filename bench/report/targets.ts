import type { Figures } from '../measure/round.ts';
import { median } from '../measure/stats.ts';
import type { PerSystem } from '../measure/subject.ts';

/** A measured ratio (or count) beside what it is to be. */
export interface Target {
  where: string;
  what: string;
  measured: number;
  /** At most or at least. */
  bound: '<=' | '>=';
  limit: number;
}

/** NaN, the ratio of nothing measured, reaches nothing. */
export const isReached = ({ measured, bound, limit }: Target): boolean =>
  bound === '<=' ? measured <= limit : measured >= limit;

const ADDED_P50_MAX: Record<number, number> = { 10: 1.5, 50: 1.5, 200: 2 };
const ADDED_P99_MAX = 3;
const RATE_MIN = 0.8;
const OF_MODEL_MIN: Record<number, number> = { 200: 0.27 };

export const failuresOf = (rounds: Figures[]): number =>
  rounds.flatMap((one) => Object.values(one.failures)).reduce((sum, count) => sum + count, 0);

/** Each round against the round of the other systems beside it, then the median: a slow moment hits both. */
function ratio(
  rounds: PerSystem<Figures[]>,
  of: (own: Figures, bare: Figures, model: Figures) => number,
): number {
  const each = rounds.own.flatMap((own, i) => {
    const [bare, model] = [rounds.bare[i], rounds.model[i]];
    return bare && model ? [of(own, bare, model)] : [];
  });
  return each.some(Number.isNaN) ? Number.NaN : median(each);
}

/** Time that a system adds to the model's own p50, as a ratio to the bare Worker's. */
export const addedRatio = (rounds: PerSystem<Figures[]>, at: 'p50' | 'p99'): number =>
  ratio(rounds, (own, bare, model) => (own[at] - model.p50) / (bare[at] - model.p50));

export const rateRatio = (rounds: PerSystem<Figures[]>, to: 'bare' | 'model'): number =>
  ratio(rounds, (own, bare, model) => {
    const other = to === 'bare' ? bare : model;
    return own.messagesPerSecond / other.messagesPerSecond;
  });

/** What a level of visitors who come and go is to reach; one visitor alone is only reported. */
export function levelTargets(level: number, rounds: PerSystem<Figures[]>): Target[] {
  const where = `${level} visitors`;
  const targets: Target[] = [
    { where, what: 'errors', measured: failuresOf(rounds.own), bound: '<=', limit: 0 },
  ];
  const p50 = ADDED_P50_MAX[level];
  if (p50 === undefined) return targets;
  const what = (name: string) => `${name} / bare Worker`;
  targets.push(
    {
      where,
      what: what('added p50'),
      measured: addedRatio(rounds, 'p50'),
      bound: '<=',
      limit: p50,
    },
    {
      where,
      what: what('added p99'),
      measured: addedRatio(rounds, 'p99'),
      bound: '<=',
      limit: ADDED_P99_MAX,
    },
    {
      where,
      what: what('messages/s'),
      measured: rateRatio(rounds, 'bare'),
      bound: '>=',
      limit: RATE_MIN,
    },
  );
  const ofModel = OF_MODEL_MIN[level];
  if (ofModel === undefined) return targets;
  const measured = rateRatio(rounds, 'model');
  return [
    ...targets,
    { where, what: 'messages/s / model alone', measured, bound: '>=', limit: ofModel },
  ];
}
