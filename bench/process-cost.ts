import { readdirSync, readFileSync } from 'node:fs';

const TICK_MS = 10; // Linux counts CPU time in hundredths of a second

interface Stat {
  parent: number;
  /** Own time, and that of children which have ended. */
  cpuMs: number;
  residentMb: number;
}

function readStat(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15);
    const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return {
      parent: fields[1] ?? 0,
      cpuMs: (utime + stime + cutime + cstime) * TICK_MS,
      residentMb: Number(resident?.[1] ?? 0) / 1024,
    };
  } catch {
    return null; // it has ended meanwhile
  }
}

/** CPU time so far and memory now of a process and its children; zero where /proc is missing. */
export function costOf(pid: number | undefined): { cpuMs: number; residentMb: number } {
  const total = { cpuMs: 0, residentMb: 0 };
  if (!pid) return total;
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? readStat(Number(name)) : null;
    if (!stat || (Number(name) !== pid && stat.parent !== pid)) continue;
    total.cpuMs += stat.cpuMs;
    total.residentMb += stat.residentMb;
  }
  return total;
}

/** Process ids of a process' children whose program has this name. */
export function childrenOf(pid: number, program: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && readStat(Number(name))?.parent === pid)
    .filter((name) => readFileSync(`/proc/${name}/comm`, 'utf8').trim() === program)
    .map(Number);
}
