import { expect, test } from 'vitest';
import { parseBareLinks } from './bare-links.ts';

const links = (text: string) =>
  parseBareLinks(text).flatMap((part) => (part.kind === 'link' ? [[part.text, part.href]] : []));

test.each([
  ['see https://shop.example/a?b=1, please', ['https://shop.example/a?b=1']],
  ['(http://a.example)', ['http://a.example']],
  [
    '[https://bank.example](https://evil.example)',
    ['https://bank.example', 'https://evil.example'],
  ],
  ['[bank](https://evil.example)', ['https://evil.example']],
  ['https://bank.example@evil.example/', []],
  ['https://b\u0430nk.example/', []],
  ['https://evil.example/\u202emoc.knab', []],
  ['https://evil.example/\u200b', []],
  ['https://', []],
  ['javascript:alert(1) data:text/html,x mailto:a@b.example', []],
])('%j: a link is named by the whole of its target', (text, expected) => {
  expect(links(text)).toEqual(expected.map((address) => [address, address]));
});

test('nothing of the text is lost or reordered', () => {
  const text = '**a** [b](https://c.example)\n- d https://e\u0301.example _f_';
  expect(
    parseBareLinks(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
