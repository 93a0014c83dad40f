import { expect, test } from 'vitest';
import { foldTokens } from './fold-tokens.ts';

const TOKENS = `
:root,
:host {
  --ground: #fff; /* the page */
  --gap: 4px;
  --wide: calc(var(--gap) * 2);
  --unused: 9px;
}
@media (prefers-color-scheme: dark) {
  :root:not([data-theme="light"]),
  :host(:not([data-theme="light"])) { --ground: #000; }
}
`;
const fold = (rules: string) => foldTokens(TOKENS + rules).replace(/\s+/g, ' ');

test('a token with one value stands where it is used', () => {
  expect(fold('a { margin: var(--gap) var(--wide); }')).toContain(
    'a { margin: 4px calc(4px * 2); }',
  );
});

test('a token that differs by theme stays a property, in each theme', () => {
  const css = fold('a { color: var(--ground); }');
  expect(css).toContain('a { color: var(--ground); }');
  expect(css).toContain('--ground: #fff;');
  expect(css).toContain('--ground: #000;');
});

test('what nothing uses is dropped, with the comments', () => {
  const css = fold('a { color: red; }');
  expect(css).not.toMatch(/--|the page/);
});

test('an inherited token is used but not set', () => {
  const css = foldTokens(`${TOKENS}a { color: var(--ground); }`, ['--ground']);
  expect(css).toContain('color: var(--ground)');
  expect(css).not.toContain('--ground:');
});

test('inside a shadow root the document is not addressed', () => {
  const css = fold('a { color: var(--ground); }');
  expect(css).not.toContain(':root');
  expect(css).toContain(':host(:not([data-theme="light"]))');
});

test('a name that no token has is left to whoever sets it', () => {
  expect(fold('a { top: var(--seen-top); }')).toContain('var(--seen-top)');
});
