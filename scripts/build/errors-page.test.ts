import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ERRORS } from '../../api/errors.ts';
import { inRoot } from '../root.ts';
import { errorsPage } from './errors-page.ts';

const page = errorsPage(readFileSync(inRoot('docs/errors.md'), 'utf8'));

test('each code has its anchor, in the order of the list', () => {
  const anchors = [...page.matchAll(/<h2 id="(\w+)">/g)].map(([, id]) => id);
  expect(anchors).toEqual(Object.keys(ERRORS));
});

test('nothing of the Markdown is left to be seen, and text stays text', () => {
  expect(page).not.toMatch(/`|^#|\]\(|\*\*/m);
  expect(errorsPage('# A\n\nif `a < b` & "c"')).toContain(
    '<p>if <code>a &lt; b</code> &amp; &quot;c&quot;</p>',
  );
});
