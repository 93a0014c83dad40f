import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { basename } from 'node:path';
import { Miniflare, type MiniflareOptions } from 'miniflare';
import { errorCode, PlainError } from '../../db/plain-error.ts';
import { FRONT } from './entry-modules.ts';
import { type LocalWorker, localWorkers, WORKER_NAME } from './worker-options.ts';

export interface ServeOptions extends LocalWorker {
  /** Where Durable Objects, files and queues are kept; nowhere (in memory) unless given. */
  stateFolder?: string;
  /** Takes what the Worker writes to its console; our own gets it unless given. */
  onLog?(line: LogLine): void;
}

interface LogLine {
  level: string;
  message: string;
}

/** The Worker, running on workerd. */
export interface ServedWorker {
  /** Without a slash at its end. */
  url: string;
  /** workerd's process ids: one, or none when the system did not tell. */
  pids: number[];
  /** Runs the Worker's scheduled handler once. */
  tick(cron: string): Promise<void>;
  /** Settles once workerd has ended and its port is free, whoever ended it. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

interface ProcessMessage {
  process: ChildProcess;
}

/** Notes the workerd processes that are started meanwhile: miniflare does not tell their ids. */
function watchForWorkerd(): () => ChildProcess[] {
  const seen: ChildProcess[] = [];
  const note = (message: unknown) => {
    seen.push((message as ProcessMessage).process);
  };
  subscribe('child_process', note);
  return () => {
    unsubscribe('child_process', note);
    return seen.filter((child) => basename(child.spawnfile ?? '').startsWith('workerd'));
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** miniflare ends the whole process at a signal; when to end is for its user to decide. */
function withoutSignalHandlers<T>(make: () => T): T {
  const before = SIGNALS.map((name) => process.listeners(name));
  const made = make();
  for (const [index, name] of SIGNALS.entries()) {
    for (const listener of process.listeners(name)) {
      if (!before[index]?.includes(listener)) process.removeListener(name, listener);
    }
  }
  return made;
}

/** A line that the Worker or workerd wrote. */
function showLog({ level, message }: LogLine): void {
  if (level === 'error' || level === 'warn') console.error(message);
  else console.log(message);
}

function miniflareOptions(options: ServeOptions): MiniflareOptions {
  return {
    host: '127.0.0.1',
    port: 0, // of the entry that `tick` uses; requests come straight to the Worker's own socket
    cf: false, // else it fetches a description of this place from the internet
    logRequests: false,
    enableDevRegistry: false,
    resourcePersistencePath: options.stateFolder,
    handleStructuredLogs: options.onLog ?? showLog,
    workers: localWorkers(options),
  };
}

/**
 * Disposes of miniflare in the same turn of the event loop in which workerd ends: miniflare would
 * otherwise start another one at once, and again at once whenever that fails.
 */
function disposeAtExit(workerd: ChildProcess[], dispose: () => Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const end = () => void dispose().then(resolve, resolve);
    for (const child of workerd) {
      if (child.exitCode === null && child.signalCode === null) child.once('exit', end);
      else end();
    }
  });
}

/**
 * Starts the built Worker on workerd, on 127.0.0.1.
 * @throws PlainError when the port is taken
 */
export async function serveWorker(options: ServeOptions): Promise<ServedWorker> {
  const startedWorkerd = watchForWorkerd();
  const miniflare = withoutSignalHandlers(() => new Miniflare(miniflareOptions(options)));
  let disposed: Promise<void> | undefined;
  const stop = () => {
    disposed ??= miniflare.dispose();
    return disposed;
  };
  try {
    const { origin: url } = await miniflare.unsafeGetDirectURL(WORKER_NAME, FRONT);
    const workerd = startedWorkerd();
    return {
      url,
      pids: workerd.flatMap((child) => child.pid ?? []),
      tick: async (cron) => {
        const handle = await miniflare.getWorker(WORKER_NAME);
        await handle.scheduled({ cron });
      },
      ended: disposeAtExit(workerd, stop),
      stop,
    };
  } catch (error) {
    startedWorkerd();
    await stop();
    if (errorCode(error) === 'ERR_ADDRESS_IN_USE') throw portTaken(options.port);
    throw error;
  }
}

/** The sentence for a port that somebody else listens on. */
export function portTaken(port: number): PlainError {
  return new PlainError(
    `Port ${port} is taken by another program; stop it or start with another one (PORT=${port + 1}).`,
  );
}
