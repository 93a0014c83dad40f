import { afterEach, expect, test, vi } from 'vitest';
import { knownProcess, launcher, parseProcStat, parsePs, stillRuns } from './process-identity.ts';

afterEach(() => vi.unstubAllEnvs());

test('a stat line is read although the name holds spaces and parentheses', () => {
  const line = `4839 (npm start (a) b) S 17 4839 4839 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 11 0 311565 9`;
  expect(parseProcStat(line)).toEqual({ name: 'npm start (a) b', parent: 17, started: '311565' });
});

test('a line of ps is read, its start being five words', () => {
  expect(parsePs('  17 Sat Nov 21 02:13:27 2026 /bin/sh -c\n')).toEqual({
    name: '/bin/sh -c',
    parent: 17,
    started: 'Sat Nov 21 02:13:27 2026',
  });
});

test('a process is known again, and another one with its number is not taken for it', () => {
  const self = knownProcess(process.pid);
  expect(stillRuns(self)).toBe(true);
  expect(stillRuns({ ...self, started: 'earlier' })).toBe(false);
  expect(stillRuns({ pid: 2 ** 30, started: '' })).toBe(false);
});

test('only who was started by npm has a launcher', () => {
  vi.stubEnv('npm_lifecycle_event', '');
  expect(launcher()).toBe('nobody');
  vi.stubEnv('npm_lifecycle_event', 'start');
  expect(launcher()).toMatchObject({ pid: expect.any(Number) });
});
