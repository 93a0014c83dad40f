import { loadavg } from 'node:os';
import { mockText } from '../e2e/mock-model/mock-reply.ts';
import { runCommand } from '../scripts/run-command.ts';
import { type BenchArguments, benchArguments, PACED_VISITORS } from './arguments.ts';
import { measureLevel, measurePaced } from './levels.ts';
import { ConnectionSampler } from './measure/connections.ts';
import type { Instruments } from './measure/round.ts';
import { type PerSystem, type Subject, subjectsOn } from './measure/subject.ts';
import { printLevel, printTargets } from './report/print.ts';
import { failuresOf, levelTargets, type Target } from './report/targets.ts';
import { measureStaff } from './staff.ts';
import { onStage } from './stage/on-stage.ts';

const TOKENS = 60;
const PACED_WINDOW_ROUNDS = 4; // a minute, so that each visitor sends three messages
const LOAD_MAX = 1;
const LONGEST_MS = 45 * 60_000; // more than twice what everything takes

const [loadBefore = 0] = loadavg(); // before our own build

await runCommand(async () => {
  const wanted = benchArguments(process.argv.slice(2));
  const targets = await onStage(LONGEST_MS, async (stage) => {
    const connections = new ConnectionSampler(stage.cluster.superuserUrl('postgres'));
    try {
      return await measureAll(wanted, { stage, connections });
    } finally {
      await connections.close();
    }
  });
  printTargets(targets);
  const hasErrors = targets.some(({ what, measured }) => what === 'errors' && measured > 0);
  if (hasErrors) process.exitCode = 1;
});

async function measureAll(wanted: BenchArguments, instruments: Instruments): Promise<Target[]> {
  console.log(
    `Visitors open a session, send five messages, leave. Model: 20 ms to the first token, 5 ms a token, ` +
      `${TOKENS} tokens. ${wanted.rounds} rounds of ${wanted.windowMs / 1000} s, medians; milliseconds. ` +
      `Load average before: ${loadBefore.toFixed(1)}.`,
  );
  if (loadBefore > LOAD_MAX)
    console.log('Other programs use this machine: expect figures that mean little.');
  const targets: Target[] = [];
  if (wanted.levels.length > 0 || wanted.paced) {
    const subjects = await subjectsOn(instruments.stage, mockText(TOKENS).join(''));
    targets.push(...(await measureChat(wanted, subjects, instruments)));
    for (const { system } of Object.values<Subject>({ ...subjects })) system.close();
  }
  if (wanted.staff) targets.push(...(await measureStaff(instruments, wanted)));
  return targets;
}

async function measureChat(
  wanted: BenchArguments,
  subjects: PerSystem<Subject>,
  instruments: Instruments,
): Promise<Target[]> {
  const targets: Target[] = [];
  for (const level of wanted.levels) {
    const rounds = await measureLevel(level, subjects, wanted, instruments);
    printLevel(`${level} visitors at a time`, rounds);
    targets.push(...levelTargets(level, rounds));
  }
  if (wanted.paced) {
    const windowMs = PACED_WINDOW_ROUNDS * wanted.windowMs;
    const rounds = await measurePaced(PACED_VISITORS, subjects, windowMs, instruments);
    const title = `${PACED_VISITORS} visitors at a time, one message each 20 s`;
    printLevel(`${title}; one round of ${windowMs / 1000} s`, rounds);
    const measured = failuresOf(rounds.own);
    const where = `${PACED_VISITORS} visitors`;
    targets.push({ where, what: 'errors', measured, bound: '<=', limit: 0 });
  }
  return targets;
}
