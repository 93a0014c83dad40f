import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { hasEnded, isAlive, signal } from './processes.ts';

test('a process is alive until it has ended, and a late signal is no error', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const pid = child.pid ?? 0;
  await once(child, 'spawn');
  expect(isAlive(pid)).toBe(true);
  expect(await hasEnded(pid, 0)).toBe(false);
  signal(pid, 'SIGKILL');
  await once(child, 'exit');
  expect(await hasEnded(pid, 1000)).toBe(true);
  signal(pid, 'SIGTERM');
});
