import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inRoot } from '../root.ts';

const text = readFileSync(inRoot('docs/security.md'), 'utf8');
const requirements = [
  ...text.matchAll(/^\| (\d+\.\d+\.\d+) +\| (L[12]) +\| ([a-z ]+?) +\| (.*?) +\|$/gm),
];

test('docs/security.md names only files that there are', () => {
  const files = [...text.matchAll(/`([\w./-]+\.tsx?)`/g)].map(([, file]) => String(file));
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => !existsSync(inRoot(file)))).toEqual([]);
});

test('its counts of states are those of its table of requirements', () => {
  const counts = new Map<string, number>();
  for (const [, , , state = ''] of requirements) counts.set(state, (counts.get(state) ?? 0) + 1);
  const claimed = [...text.matchAll(/^\| (\w[\w ]*?) +\| (\d+) +\|/gm)].map(
    ([, state, count]) => [state, Number(count)] as const,
  );
  expect(new Map(claimed)).toEqual(counts);
  expect(text).toContain(`The other ${requirements.length}:`);
});

test('no requirement is named twice, and those that are met say what shows it', () => {
  const ids = requirements.map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const bare = requirements.filter(
    ([, , , state, shown = '']) => state === 'met' && !/`.+`|^review: |^see |\]\(/.test(shown),
  );
  expect(bare.map(([, id]) => id)).toEqual([]);
});
