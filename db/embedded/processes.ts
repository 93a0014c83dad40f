import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../plain-error.ts';

/** Whether a process of this id exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Sends a signal; a process that has gone meanwhile is fine. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

/** Waits until the process has gone; false when it is still there after the given time. */
export async function hasEnded(pid: number, withinMs: number, pollMs = 20): Promise<boolean> {
  const until = Date.now() + withinMs;
  while (isAlive(pid)) {
    if (Date.now() >= until) return false;
    await sleep(pollMs);
  }
  return true;
}
