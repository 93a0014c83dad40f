import { setTimeout as sleep } from 'node:timers/promises';
import type { Stage } from '../stage/stage.ts';
import type { System } from '../traffic/system.ts';
import { type Entry, summarize } from '../traffic/traffic-log.ts';
import type { ConnectionSampler } from './connections.ts';
import { cpuMsOf } from './process-cost.ts';
import { median, percentile } from './stats.ts';
import type { Subject } from './subject.ts';

/** What one round of one system gave; milliseconds, CPU per completed message. */
export interface Figures {
  p50: number;
  p99: number;
  sessionMs: number;
  messages: number;
  messagesPerSecond: number;
  workerCpuMs: number;
  postgresCpuMs: number;
  /** Of the load generator, which includes node's share of serving. */
  clientCpuMs: number;
  modelCpuMs: number;
  connections: number;
  failures: Record<string, number>;
  /** Median time of a whole answer. */
  answerMs: number;
}

/** Traffic that goes on until the signal aborts, and then settles. */
export type Traffic = (system: System, signal: AbortSignal, log: Entry[]) => Promise<void>;

export interface Timing {
  /** Before the window: traffic builds up. */
  rampMs: number;
  windowMs: number;
}

export interface Instruments {
  stage: Stage;
  connections: ConnectionSampler;
}

/** Runs the traffic against one system and reads everything over the same window. */
export async function measureRound(
  { system, workerPid, database }: Subject,
  traffic: Traffic,
  { rampMs, windowMs }: Timing,
  { stage, connections }: Instruments,
): Promise<Figures> {
  const log: Entry[] = [];
  const stop = new AbortController();
  connections.reset();
  const ended = traffic(system, stop.signal, log);
  await sleep(rampMs);
  const cpu = () => ({
    worker: cpuMsOf(workerPid),
    postgres: cpuMsOf(stage.cluster.pid),
    client: ownCpuMs(),
    model: cpuMsOf(stage.model.pid),
  });
  const before = cpu();
  const from = performance.now();
  await sleep(windowMs);
  const to = performance.now();
  const after = cpu();
  stop.abort();
  await ended;
  const summary = summarize(log, { from, to });
  const messages = summary.completed;
  const answers = log.filter(({ kind }) => kind === 'message');
  return {
    p50: median(summary.firstTokenMs),
    p99: percentile(summary.firstTokenMs, 0.99),
    sessionMs: median(summary.sessionMs),
    messages,
    messagesPerSecond: summary.messagesPerSecond,
    workerCpuMs: (after.worker - before.worker) / messages,
    postgresCpuMs: (after.postgres - before.postgres) / messages,
    clientCpuMs: (after.client - before.client) / messages,
    modelCpuMs: (after.model - before.model) / messages,
    connections: database ? connections.peakOf(database) : 0,
    failures: summary.failures,
    answerMs: median(answers.map(({ startedAt, endedAt }) => endedAt - startedAt)),
  };
}

function ownCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
