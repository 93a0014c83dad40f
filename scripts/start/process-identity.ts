import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isAlive } from '../../db/embedded/processes.ts';

/** A process that can be recognised later: ids are used again, but not with the same start. */
export interface KnownProcess {
  pid: number;
  /** When it started, in whatever form the system tells it; '' where it does not. */
  started: string;
}

interface ProcessFacts {
  name: string;
  parent: number;
  started: string;
}

/**
 * Reads a line of /proc/<pid>/stat: the name in parentheses (it may contain anything), then from
 * the third field on the state, the parent (4th) and the start in clock ticks (22nd).
 */
export function parseProcStat(stat: string): ProcessFacts {
  const end = stat.lastIndexOf(')');
  const fields = stat.slice(end + 2).split(' ');
  return {
    name: stat.slice(stat.indexOf('(') + 1, end),
    parent: Number(fields[1]),
    started: fields[19] ?? '',
  };
}

/** Reads `ps -o ppid=,lstart=,comm=`: the start takes five words. */
export function parsePs(line: string): ProcessFacts {
  const [parent, ...words] = line.trim().split(/\s+/);
  return {
    name: words.slice(5).join(' '),
    parent: Number(parent),
    started: words.slice(0, 5).join(' '),
  };
}

function factsOf(pid: number): ProcessFacts | null {
  try {
    if (process.platform === 'linux')
      return parseProcStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    if (process.platform === 'win32') return null;
    const args = ['-o', 'ppid=,lstart=,comm=', '-p', String(pid)];
    return parsePs(spawnSync('ps', args, { encoding: 'utf8' }).stdout);
  } catch {
    return null;
  }
}

export function knownProcess(pid: number): KnownProcess {
  return { pid, started: factsOf(pid)?.started ?? '' };
}

/** Whether that very process is still there, not another one with its number. */
export function stillRuns(known: KnownProcess): boolean {
  return isAlive(known.pid) && (factsOf(known.pid)?.started ?? '') === known.started;
}

/** The npm that runs this script, above the shell it does it with; null when it is gone already. */
function npmAbove(): KnownProcess | null {
  let pid = process.ppid;
  let facts = factsOf(pid);
  if (facts && /(^|\/)(ba|da|z|a|k)?sh$/.test(facts.name)) {
    pid = facts.parent;
    facts = factsOf(pid);
  }
  const isInit = pid <= 1 && !/npm|node|yarn|pnpm/.test(facts?.name ?? '');
  return isInit ? null : knownProcess(pid);
}

/** Who started us and is expected to outlive us. */
export type Launcher = KnownProcess | 'gone' | 'nobody';

/** npm, when we were started through it. */
export function launcher(): Launcher {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return 'nobody';
  return npmAbove() ?? 'gone';
}
