import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isAlive } from '../../db/embedded/processes.ts';

/** A process that can be recognised later: ids are used again, but not with the same start. */
export interface KnownProcess {
  pid: number;
  /** When it started, in whatever form the system tells it; '' where it does not. */
  started: string;
}

/** Field 22 of /proc/<pid>/stat, counted behind the program's name, which may contain anything. */
export function startFromProcStat(stat: string): string {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function startOf(pid: number): string {
  try {
    if (process.platform === 'linux') {
      return startFromProcStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    }
    if (process.platform === 'win32') return '';
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
    }).stdout.trim();
  } catch {
    return '';
  }
}

export function knownProcess(pid: number): KnownProcess {
  return { pid, started: startOf(pid) };
}

/** Whether that very process is still there, not another one with its number. */
export function stillRuns(known: KnownProcess): boolean {
  return isAlive(known.pid) && startOf(known.pid) === known.started;
}
