import { expect, test } from 'vitest';
import { parsePostmasterPid } from './postmaster-pid.ts';

const FULL = [
  '4839',
  '/srv/tradesphere/data',
  '1795224000',
  '38777',
  '',
  '127.0.0.1',
  '  1234567   3',
  'ready   ',
  '',
].join('\n');

test('the file of a running server is read', () => {
  expect(parsePostmasterPid(FULL)).toEqual({
    pid: 4839,
    port: 38777,
    ready: true,
  });
});

test('a server that still recovers is not ready', () => {
  expect(parsePostmasterPid(FULL.replace('ready   ', 'starting'))).toMatchObject({ ready: false });
});

test.each([
  ['nothing', ''],
  ['half a file', '4839\n/srv/tradesphere/data\n'],
  ['no number', FULL.replace('4839', 'x')],
  ['a negative number, as single-user mode writes', FULL.replace('4839', '-4839')],
  ['no port', FULL.replace('38777', '')],
])('%s is no running server', (_, text) => {
  expect(parsePostmasterPid(text)).toBeNull();
});
