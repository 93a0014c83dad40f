import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hasEnded, isAlive } from '../../db/embedded/processes.ts';
import { knownProcess } from './process-identity.ts';
import { claimDataDir, type RunnerNote } from './runner-file.ts';

let folder: string;
let note: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tradesphere-run-'));
  note = join(folder, 'running.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const GONE = { pid: 2 ** 30, started: 'x' };
const leave = (left: Partial<RunnerNote>) =>
  writeFileSync(
    note,
    JSON.stringify({ runner: GONE, launcher: 'nobody', workerd: [], port: 8787, ...left }),
  );
const read = (): RunnerNote => JSON.parse(readFileSync(note, 'utf8'));

async function bystander(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(child, 'spawn');
  return child.pid ?? 0;
}

test('a claim is noted, learns of workerd, and is gone after its release', async () => {
  const claim = await claimDataDir(folder, 9000, 'nobody');
  expect(read()).toMatchObject({ runner: { pid: process.pid }, port: 9000, workerd: [] });
  claim.noteWorkerd([process.pid]);
  expect(read().workerd).toEqual([knownProcess(process.pid)]);
  claim.release();
  expect(existsSync(note)).toBe(false);
});

test('a copy that runs is left alone, and named with its address', async () => {
  leave({ runner: knownProcess(process.pid), port: 9123 });
  await expect(claimDataDir(folder, 9000, 'nobody')).rejects.toThrow(
    /already runs from this data folder, at http:\/\/localhost:9123\//,
  );
  expect(read().port).toBe(9123);
});

test('a copy whose npm was killed is ended', async () => {
  const orphan = await bystander();
  leave({ runner: knownProcess(orphan), launcher: GONE });
  await claimDataDir(folder, 9000, 'nobody');
  expect(isAlive(orphan)).toBe(false);
  expect(read().runner.pid).toBe(process.pid);
});

test("a killed copy's workerd is ended, a stranger with its number is not", async () => {
  const [workerd, stranger] = await Promise.all([bystander(), bystander()]);
  leave({ workerd: [knownProcess(workerd), { pid: stranger, started: 'earlier' }] });
  await claimDataDir(folder, 9000, 'nobody');
  expect(isAlive(workerd)).toBe(false);
  expect(isAlive(stranger)).toBe(true);
  process.kill(stranger, 'SIGKILL');
  expect(await hasEnded(stranger, 5000)).toBe(true);
});

test('a note that was cut in mid-write is no hindrance', async () => {
  writeFileSync(note, '{"runner":');
  await claimDataDir(folder, 9000, 'nobody');
  expect(read().port).toBe(9000);
});
