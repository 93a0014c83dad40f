import {
  type Figures,
  type Instruments,
  measureRound,
  type Timing,
  type Traffic,
} from './measure/round.ts';
import { median } from './measure/stats.ts';
import type { PerSystem, Subject } from './measure/subject.ts';
import { comeAndGo, MESSAGES_PER_VISIT } from './traffic/come-and-go.ts';
import { paced } from './traffic/paced.ts';

const WARM_UP_MS = 5_000;
const VISIT_MS = 1_800; // five answers of the model alone
const EVERY_MS = 20_000;

export interface Rounds {
  rounds: number;
  windowMs: number;
}

const NAMES = ['model', 'bare', 'own'] as const;

/** Visitors who come and go, as many at a time as `level`; the systems take turns, forwards and backwards. */
export async function measureLevel(
  level: number,
  subjects: PerSystem<Subject>,
  { rounds, windowMs }: Rounds,
  instruments: Instruments,
): Promise<PerSystem<Figures[]>> {
  const figures: PerSystem<Figures[]> = { model: [], bare: [], own: [] };
  const visitMs: PerSystem<number> = { model: VISIT_MS, bare: VISIT_MS, own: VISIT_MS };
  const one = async (name: (typeof NAMES)[number], timing: Timing) => {
    const traffic: Traffic = (system, signal, log) =>
      comeAndGo(system, { visitors: level, rampMs: timing.rampMs, signal }, log);
    return measureRound(subjects[name], traffic, timing, instruments);
  };
  for (const name of NAMES) {
    const warm = await one(name, { rampMs: VISIT_MS, windowMs: Math.min(WARM_UP_MS, windowMs) });
    visitMs[name] = Math.max(VISIT_MS, MESSAGES_PER_VISIT * (warm.answerMs || 0));
  }
  await instruments.stage.analyze();
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 ? NAMES.toReversed() : NAMES) {
      figures[name].push(await one(name, { rampMs: visitMs[name], windowMs }));
    }
  }
  return figures;
}

/** As many visitors, each of whom sends one message in 20 s; one round. */
export async function measurePaced(
  visitors: number,
  subjects: PerSystem<Subject>,
  windowMs: number,
  instruments: Instruments,
): Promise<PerSystem<Figures[]>> {
  const traffic: Traffic = (system, signal, log) =>
    paced(system, { visitors, everyMs: EVERY_MS, signal }, log);
  const measure = async (name: (typeof NAMES)[number]) => [
    await measureRound(subjects[name], traffic, { rampMs: EVERY_MS, windowMs }, instruments),
  ];
  return { model: await measure('model'), bare: await measure('bare'), own: await measure('own') };
}

/** The median round in each respect; failures and messages are added up, connections the most. */
export function overRounds(rounds: Figures[]): Figures {
  const middle = (pick: (one: Figures) => number) => median(rounds.map(pick));
  const failures: Record<string, number> = {};
  for (const [what, count] of rounds.flatMap((one) => Object.entries(one.failures))) {
    failures[what] = (failures[what] ?? 0) + count;
  }
  return {
    p50: middle((one) => one.p50),
    p99: middle((one) => one.p99),
    sessionMs: middle((one) => one.sessionMs),
    messages: rounds.reduce((total, one) => total + one.messages, 0),
    messagesPerSecond: middle((one) => one.messagesPerSecond),
    workerCpuMs: middle((one) => one.workerCpuMs),
    postgresCpuMs: middle((one) => one.postgresCpuMs),
    clientCpuMs: middle((one) => one.clientCpuMs),
    modelCpuMs: middle((one) => one.modelCpuMs),
    connections: Math.max(...rounds.map((one) => one.connections)),
    failures,
    answerMs: middle((one) => one.answerMs),
  };
}
