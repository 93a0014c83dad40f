import { setTimeout as sleep } from 'node:timers/promises';
import { mockText } from '../e2e/mock-model/mock-reply.ts';
import { runCommand } from '../scripts/run-command.ts';
import { wholeNumber } from './arguments.ts';
import { ConnectionSampler } from './measure/connections.ts';
import { table } from './report/table.ts';
import { type SoakLogs, takeSample } from './soak/sampling.ts';
import { pollAsStaff } from './soak/staff.ts';
import { type Sample, verdict } from './soak/verdict.ts';
import { soakVisitors } from './soak/visitors.ts';
import { onStage } from './stage/on-stage.ts';
import type { Stage } from './stage/stage.ts';
import { tradesphere } from './traffic/tradesphere.ts';

const SAMPLE_MS = 30_000;
const MINUTE_MS = 60_000;
const SETUP_MINUTES_MAX = 10;
const TOKENS = 60;

await runCommand(async () => {
  const [minutes = 30, visitors = 50] = process.argv.slice(2).map(wholeNumber);
  const longestMs = (minutes + SETUP_MINUTES_MAX) * MINUTE_MS;
  const samples = await onStage(longestMs, async (stage) => {
    const connections = new ConnectionSampler(stage.cluster.superuserUrl('postgres'));
    try {
      return await soak(stage, connections, minutes, visitors);
    } finally {
      await connections.close();
    }
  });
  if (!report(samples)) process.exitCode = 1;
});

async function soak(
  stage: Stage,
  connections: ConnectionSampler,
  minutes: number,
  visitors: number,
): Promise<Sample[]> {
  console.log(`${visitors} visitors at a time for ${minutes} minutes; a sample each 30 s.`);
  const { url } = stage.tradesphere;
  const logs: SoakLogs = { visitors: [], staff: { customersMs: [], failures: [] } };
  const stop = new AbortController();
  const system = tradesphere(url, mockText(TOKENS).join(''));
  const traffic = Promise.all([
    soakVisitors(system, visitors, stop.signal, logs.visitors),
    pollAsStaff(url, stop.signal, logs.staff),
  ]);
  const samples: Sample[] = [];
  const began = performance.now();
  for (let i = 1; i * SAMPLE_MS <= minutes * MINUTE_MS; i++) {
    const left = began + i * SAMPLE_MS - performance.now();
    await Promise.race([sleep(Math.max(0, left)), traffic]); // it rejects when nobody can log in
    const sample = takeSample((i * SAMPLE_MS) / MINUTE_MS, stage, connections, logs);
    samples.push(sample);
    console.log(asLine(sample));
  }
  stop.abort();
  await traffic;
  system.close();
  return samples;
}

function asLine(sample: Sample): string {
  const { minute, workerMb, postgresMb, connections, messages, p50, p99, staffP50 } = sample;
  return (
    `${minute.toFixed(1).padStart(5)} min  workerd ${workerMb.toFixed(0)} MB, Postgres ${postgresMb.toFixed(0)} MB, ` +
    `${connections} connections, ${messages} messages, first token ${p50.toFixed(1)} / ${p99.toFixed(1)} ms, ` +
    `staff ${staffP50.toFixed(1)} ms, ${sample.failures} failures`
  );
}

/** @returns whether everything was flat and nothing failed */
function report(samples: Sample[]): boolean {
  const findings = verdict(samples);
  const rounded = (value: number) => value.toFixed(2);
  const rows = findings.map(({ what, first, last, ratio, limit, isFlat }) => ({
    what,
    'first third': rounded(first),
    'last third': rounded(last),
    ratio: rounded(ratio),
    limit,
    '': isFlat ? 'flat' : 'NOT FLAT',
  }));
  const failures = samples.reduce((sum, sample) => sum + sample.failures, 0);
  console.log(`\nMedians after the warm-up\n${table(rows)}\n${failures} failures`);
  return failures === 0 && findings.every(({ isFlat }) => isFlat);
}
