import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ERRORS } from '../../api/errors.ts';
import { inRoot } from '../root.ts';
import { errorsPage } from './errors-page.ts';

const head = '# Errors\n\nEvery refusal has a `code`.\n\n';

test('each code of the closed list has a section under its name, once, and a link to it', () => {
  const page = errorsPage(readFileSync(inRoot('docs/errors.md'), 'utf8'));
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual(Object.keys(ERRORS));
  const listed = [...page.matchAll(/<li><a href="#([^"]+)">/g)].map(([, id]) => id);
  expect(listed).toEqual(ids);
});

test('a section shows its code, its status and its sentences, with code and links', () => {
  const page = errorsPage(
    `${head}## conflict\n\n409. Read \`a < b\` in [the docs](/api/docs?a=1&b="2").\n\nThen try again.\n`,
  );
  expect(page).toContain('<h2><a href="#conflict">conflict</a> <span>409</span></h2>');
  expect(page).toContain(
    '<p>Read <code>a &lt; b</code> in <a href="/api/docs?a=1&amp;b=&quot;2&quot;">the docs</a>.</p>',
  );
  expect(page).toContain('<p>Then try again.</p>');
  expect(page).toContain('<p>Every refusal has a <code>code</code>.</p>');
});

test('a sentence that goes on from the status keeps it', () => {
  const page = errorsPage(`${head}## gone\n\n503, or an \`error\` event. Send it again.\n`);
  expect(page).toContain('<p>503, or an <code>error</code> event. Send it again.</p>');
});

test.each([
  '- a list',
  '| a | table |',
  '> a quote',
  '```\ncode\n```',
  'some **bold** words',
  '<b>html</b>',
  '### deeper',
])('what it cannot draw fails the build: %s', (markdown) => {
  expect(() => errorsPage(`${head}## gone\n\n410. Gone.\n\n${markdown}\n`)).toThrow(/cannot draw/);
});

test('a section without a status fails the build', () => {
  expect(() => errorsPage(`${head}## gone\n\nGone.\n`)).toThrow(/gone/);
});
