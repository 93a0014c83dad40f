import { overRounds } from '../levels.ts';
import type { Figures } from '../measure/round.ts';
import type { PerSystem } from '../measure/subject.ts';
import { table } from './table.ts';
import { addedRatio, isReached, rateRatio, type Target } from './targets.ts';

const NAMES: PerSystem<string> = {
  model: 'model alone',
  bare: 'bare Worker',
  own: 'TradeSphere',
};

const round = (value: number): number | string =>
  Number.isFinite(value) ? Math.round(value * 10) / 10 : '-';

/** One table for a level, the ratios below it, and what measuring itself cost. */
export function printLevel(title: string, rounds: PerSystem<Figures[]>): void {
  const model = overRounds(rounds.model);
  const row = (name: keyof PerSystem<unknown>) => {
    const one = overRounds(rounds[name]);
    return {
      system: NAMES[name],
      'first token p50': round(one.p50),
      p99: round(one.p99),
      'added p50': round(one.p50 - model.p50),
      'added p99': round(one.p99 - model.p50),
      'session ms': name === 'model' ? '' : round(one.sessionMs),
      'messages/s': round(one.messagesPerSecond),
      'CPU ms/message':
        name === 'model' ? '' : `${round(one.workerCpuMs)} + ${round(one.postgresCpuMs)}`,
      connections: name === 'model' ? '' : one.connections,
      errors: describe(one.failures, one.messages),
    };
  };
  console.log(`\n${title}`);
  console.log(table([row('model'), row('bare'), row('own')]));
  console.log(
    `ratio to the bare Worker: added p50 ${ratio(addedRatio(rounds, 'p50'))}, added p99 ` +
      `${ratio(addedRatio(rounds, 'p99'))}, messages/s ${ratio(rateRatio(rounds, 'bare'))}; ` +
      `messages/s to the model alone ${ratio(rateRatio(rounds, 'model'))}`,
  );
  const own = overRounds(rounds.own);
  console.log(
    `CPU of measuring, ms/message: load generator ${round(own.clientCpuMs)}, ` +
      `mock model ${round(own.modelCpuMs)}`,
  );
}

/** Which targets the run has reached. */
export function printTargets(targets: Target[]): void {
  console.log('\nTargets');
  console.log(
    table(
      targets.map((target) => ({
        at: target.where,
        what: target.what,
        measured: ratio(target.measured),
        target: `${target.bound} ${target.limit}`,
        '': isReached(target) ? 'reached' : 'MISSED',
      })),
    ),
  );
}

const ratio = (value: number): string =>
  Number.isNaN(value) ? '-' : String(Math.round(value * 100) / 100);

function describe(failures: Record<string, number>, messages: number): string {
  const entries = Object.entries(failures).sort(([, a], [, b]) => b - a);
  if (entries.length === 0) return '0';
  const counted = entries.map(([what, count]) => `${count} × ${what}`).join(', ');
  return `${counted} (${messages} fine)`;
}
