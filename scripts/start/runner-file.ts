import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasEnded, signal } from '../../db/embedded/processes.ts';
import { errorCode, PlainError } from '../../db/plain-error.ts';
import { type KnownProcess, knownProcess, type Launcher, stillRuns } from './process-identity.ts';

const STOP_MS = 20_000; // a runner stops workerd and Postgres in that time

/** What a running copy notes in its data folder, so that the next one can clean up after it. */
export interface RunnerNote {
  runner: KnownProcess;
  /** npm, when it was started through it: a runner whose npm was killed is nobody's any more. */
  launcher: Launcher;
  workerd: KnownProcess[];
  port: number;
}

const noteFile = (dataDir: string) => join(dataDir, 'running.json');

function readNote(dataDir: string): RunnerNote | null {
  try {
    return JSON.parse(readFileSync(noteFile(dataDir), 'utf8'));
  } catch {
    return null;
  }
}

async function end(known: KnownProcess): Promise<void> {
  if (!stillRuns(known)) return;
  signal(known.pid, 'SIGTERM');
  if (await hasEnded(known.pid, STOP_MS)) return;
  signal(known.pid, 'SIGKILL');
  await hasEnded(known.pid, STOP_MS);
}

/** Ends what an earlier copy left behind; refuses when that copy is alive and wanted. */
async function endLeftovers(note: RunnerNote): Promise<void> {
  if (stillRuns(note.runner)) {
    if (note.launcher === 'nobody' || (note.launcher !== 'gone' && stillRuns(note.launcher))) {
      throw new PlainError(
        `Another copy already runs from this data folder, at http://localhost:${note.port}/; ` +
          'stop it first, or set DATA_DIR and PORT for a second copy.',
      );
    }
    await end(note.runner);
  }
  for (const workerd of note.workerd) await end(workerd);
}

/** This process' note, written over and over as it learns more. */
export interface Claim {
  noteWorkerd(pids: number[]): void;
  release(): void;
}

/**
 * Makes the data folder this process' own.
 * @throws PlainError when another copy runs from it
 */
export async function claimDataDir(
  dataDir: string,
  port: number,
  launcher: Launcher,
): Promise<Claim> {
  const note: RunnerNote = { runner: knownProcess(process.pid), launcher, workerd: [], port };
  const write = (flag: 'w' | 'wx') =>
    writeFileSync(noteFile(dataDir), JSON.stringify(note, null, 2), { flag });
  for (;;) {
    try {
      write('wx');
      break;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    const left = readNote(dataDir);
    if (left) await endLeftovers(left);
    rmSync(noteFile(dataDir), { force: true });
  }
  return {
    noteWorkerd(pids) {
      note.workerd = pids.map(knownProcess);
      write('w');
    },
    release: () => rmSync(noteFile(dataDir), { force: true }),
  };
}
