import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chatLimits } from '../../api/chat/limits.ts';
import type { Env } from '../../api/env.ts';
import { inRoot } from '../root.ts';
import { PASSED_THROUGH } from './settings.ts';

const read = (file: string) => readFileSync(inRoot(file), 'utf8');
const NAME = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b|\bPORT\b/g;
const LOCAL = ['PORT', 'DATA_DIR', 'DATABASE_URL', 'TRUSTED_PROXY', 'TOKEN_SECRET'];

/** The rows of the first table under a heading, as their cells. */
function tableUnder(file: string, heading: string): string[][] {
  const section = read(file).split(`${heading}\n`)[1] ?? '';
  const lines = section.split('\n').map((line) => line.trim());
  const from = lines.findIndex((line) => line.startsWith('|'));
  const to = lines.findIndex((line, index) => index > from && !line.startsWith('|'));
  return lines.slice(from + 2, to).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

test('docs/operations.md lists every setting, and no other', () => {
  const names = tableUnder('docs/operations.md', '### Settings').map(([name]) => name);
  expect(names).toEqual([...LOCAL, ...PASSED_THROUGH].map((name) => `\`${name}\``));
});

test('what the start hands on is what the Worker reads', () => {
  const fields = [...read('api/env.ts').matchAll(/^ {2}([A-Z_]+)\??: string;/gm)];
  expect(fields.map(([, name]) => name)).toEqual(['TOKEN_SECRET', ...PASSED_THROUGH]);
});

test("the README's table and wrangler.toml name only settings that there are", () => {
  const known = [...LOCAL, ...PASSED_THROUGH];
  const table = tableUnder('README.md', '## Configuration').flat().join(' ');
  expect(known).toEqual(expect.arrayContaining(table.match(NAME) ?? ['none']));
  const vars = read('wrangler.toml').split('# Settings;')[1] ?? '';
  expect((vars.match(NAME) ?? []).toSorted()).toEqual(['TOKEN_SECRET', ...PASSED_THROUGH].sort());
});

test('the documented defaults of the limits are those of the code', () => {
  const documented = Object.fromEntries(
    tableUnder('docs/operations.md', '### Settings').map(([name, value]) => [name, value]),
  );
  const limits = chatLimits({} as Env);
  const { turns, details } = limits;
  const chat = Object.entries(documented).filter(([name]) => name?.startsWith('`CHAT_'));
  expect(Object.fromEntries(chat)).toEqual({
    '`CHAT_TURNS_PER_VISITOR_HOUR`': String(turns.perVisitor.limit),
    '`CHAT_TURNS_PER_IP_HOUR`': String(turns.perIp.limit),
    '`CHAT_TURNS_PER_SITE_HOUR`': String(turns.perSite.limit),
    '`CHAT_SESSIONS_PER_IP_HOUR`': String(limits.sessionsPerIp.limit),
    '`CHAT_DETAILS_PER_SESSION_HOUR`': String(details.perSession.limit),
    '`CHAT_DETAILS_PER_IP_HOUR`': String(details.perIp.limit),
    '`CHAT_HUMAN_PER_IP_HOUR`': String(limits.humanPerIp.limit),
    '`CHAT_STREAMS_PER_SESSION`': String(limits.streamsPerSession),
    '`CHAT_QUOTES_PER_TURN`': String(limits.quotesPerTurn),
  });
});
