import { readdirSync, readFileSync } from 'node:fs';

const TICK_MS = 10; // Linux counts CPU time in hundredths of a second

function statOf(pid: number): { parent: number; cpuMs: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15);
    return { parent: fields[1] ?? 0, cpuMs: (utime + stime + cutime + cstime) * TICK_MS };
  } catch {
    return null; // it has ended meanwhile
  }
}

/** The process and its children, with the CPU time each has used; none where /proc is missing. */
function family(pid: number | undefined): { pid: number; cpuMs: number }[] {
  if (!pid) return [];
  return processIds().flatMap((one) => {
    const stat = statOf(one);
    return stat && (one === pid || stat.parent === pid) ? [{ pid: one, cpuMs: stat.cpuMs }] : [];
  });
}

function processIds(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** CPU time so far of a process, its children, and children of it that have ended. */
export function cpuMsOf(pid: number | undefined): number {
  return sum(family(pid).map(({ cpuMs }) => cpuMs));
}

/** Memory of a process and its children; pages that they share count once where the system tells. */
export function memoryMbOf(pid: number | undefined): number {
  return sum(family(pid).map((one) => memoryKb(one.pid))) / 1024;
}

function memoryKb(pid: number): number {
  const sources = [
    { file: 'smaps_rollup', line: /^Pss:\s+(\d+)/m }, // may be readable for root only
    { file: 'status', line: /^VmRSS:\s+(\d+)/m },
  ];
  for (const { file, line } of sources) {
    try {
      return Number(line.exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1] ?? 0);
    } catch {
      // the next one
    }
  }
  return 0;
}

/** Process ids of a process' children whose program has this name. */
export function childrenOf(pid: number, program: string): number[] {
  return family(pid)
    .filter((one) => one.pid !== pid)
    .filter((one) => readFileSync(`/proc/${one.pid}/comm`, 'utf8').trim() === program)
    .map((one) => one.pid);
}
