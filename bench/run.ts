import { mockText } from '../e2e/mock-model/mock-reply.ts';
import { load, median, openChats } from './load.ts';
import { costOf } from './process-cost.ts';
import { type Stage, setStage } from './stage.ts';
import { bare, type Chat, direct, type System, tradesphere } from './systems.ts';

/**
 * TradeSphere against a bare Worker, in one run: same model, same database, in turns, so that a slow
 * moment of the machine hits both. Prints medians over the rounds, and the ratios that count.
 */
const LEVELS = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1, 10, 50, 200];
const TURNS: Record<number, number> = { 1: 10, 10: 100, 50: 400, 200: 1_000 };
const ROUNDS = 5;
const TOKENS = 60;

interface Figures {
  firstTokenMs: number[];
  chatsPerSecond: number[];
  /** For each message: the Worker's, and Postgres'. */
  workerMs: number[];
  postgresMs: number[];
  wrong: number;
}

const stage = await setStage();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => stage.close().then(() => process.exit(1)));
}
try {
  await measure(stage);
} finally {
  await stage.close();
}
process.exit();

async function measure(stage: Stage) {
  const { modelUrl, tradesphere: ours, bare: base, postgresPid } = stage;
  const systems: { system: System; pid: number | undefined }[] = [
    { system: direct(modelUrl), pid: undefined },
    { system: bare(base.url), pid: base.pid },
    { system: tradesphere(ours.url), pid: ours.pid },
  ];
  const expected = mockText(TOKENS).join('');
  console.log(
    `Closed loop; 20 ms to the first token, 5 ms a token, 60 tokens; medians of ${ROUNDS} rounds.`,
  );
  for (const level of LEVELS) {
    const open: Chat[][] = [];
    for (const { system } of systems) open.push(await openChats(system, level));
    const figures = systems.map(
      (): Figures => ({
        firstTokenMs: [],
        chatsPerSecond: [],
        workerMs: [],
        postgresMs: [],
        wrong: 0,
      }),
    );
    for (const chats of open) await load(chats, TURNS[level] ?? level, expected); // not measured: warms up
    await stage.analyze();
    for (let round = 0; round < ROUNDS; round++) {
      for (const [i, { pid }] of systems.entries()) {
        const [worker, postgres] = [costOf(pid).cpuMs, costOf(postgresPid).cpuMs];
        const turns = TURNS[level] ?? level;
        const result = await load(open[i] ?? [], turns, expected);
        figures[i]?.firstTokenMs.push(median(result.firstTokenMs));
        figures[i]?.chatsPerSecond.push(result.turns / result.seconds);
        figures[i]?.workerMs.push((costOf(pid).cpuMs - worker) / result.turns);
        figures[i]?.postgresMs.push((costOf(postgresPid).cpuMs - postgres) / result.turns);
        if (figures[i]) figures[i].wrong += result.wrong;
      }
    }
    report(
      level,
      systems.map(({ system }) => system.name),
      figures,
    );
  }
  for (const { system, pid } of systems.slice(1)) {
    console.log(`${system.name}: ${Math.round(costOf(pid).residentMb)} MB resident in workerd`);
  }
}

function report(level: number, names: string[], figures: Figures[]): void {
  const alone = median(figures[0]?.firstTokenMs ?? []);
  const rows = figures.map((one, i) => ({
    system: names[i],
    'first token ms': round(median(one.firstTokenMs)),
    'added ms': round(median(one.firstTokenMs) - alone),
    'chats/s': round(median(one.chatsPerSecond)),
    'CPU ms/message':
      i === 0 ? '' : `${round(median(one.workerMs))} + ${round(median(one.postgresMs))}`,
    'wrong answers': one.wrong,
  }));
  console.log(`\n${level} concurrent`);
  console.table(rows);
  const [base, own] = [figures[1], figures[2]];
  if (!base || !own) return;
  const added = (median(own.firstTokenMs) - alone) / (median(base.firstTokenMs) - alone);
  const speed = median(own.chatsPerSecond) / median(base.chatsPerSecond);
  console.log(
    `ratio to the bare Worker: added time ${added.toFixed(2)}, chats/s ${speed.toFixed(2)}`,
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
