import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeTail, parseBlocks, parseInline, plainText } from './markdown.ts';

const bold = (...children: unknown[]) => ({ tag: 'strong', children });
const slanted = (...children: unknown[]) => ({ tag: 'em', children });
const code = (text: string) => ({ tag: 'code', children: [text] });
const link = (href: string, ...children: unknown[]) => ({ tag: 'a', href, children });

test.each([
  ['plain words', ['plain words']],
  ['a **b** c', ['a ', bold('b'), ' c']],
  ['*b* and _c_', [slanted('b'), ' and ', slanted('c')]],
  ['**all *of* it**', [bold('all ', slanted('of'), ' it')]],
  ['`a*b*c`', [code('a*b*c')]],
  ['2 * 3 * 4 and 5*6', ['2 * 3 * 4 and 5*6']],
  ['snake_case_name', ['snake_case_name']],
  ['**open', ['**open']],
  ['20x25 ft, $2,475.00', ['20x25 ft, $2,475.00']],
  ['', []],
])('%s', (text, parts) => {
  expect(parseInline(text)).toEqual(parts);
});

test.each([
  ['[us](https://rivera.example)', link('https://rivera.example', 'us')],
  ['[call](tel:+19165550142)', link('tel:+19165550142', 'call')],
  ['[write](mailto:a@b.co)', link('mailto:a@b.co', 'write')],
  ['[**bold**](http://a.b)', link('http://a.b', bold('bold'))],
])('%s is a link', (text, expected) => {
  expect(parseInline(text)).toEqual([expected]);
});

test('a bare address is a link without the full stop after it', () => {
  expect(parseInline('See https://rivera.example/work.')).toEqual([
    'See ',
    link('https://rivera.example/work', 'https://rivera.example/work'),
    '.',
  ]);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'JAVASCRIPT:x', '//evil.example', '/path'])(
  '%s stays text',
  (target) => {
    const text = `[x](${target.replace(/[()]/g, '')})`;
    expect(parseInline(text)).toEqual([text]);
  },
);

test('markup of HTML is nothing but text', () => {
  expect(parseInline('<img src=x onerror=alert(1)>')).toEqual(['<img src=x onerror=alert(1)>']);
});

test('lines of a paragraph, and lists with their numbers', () => {
  expect(parseBlocks('One\nTwo\n- a\n* b\n• c\n3. d\n4) e')).toEqual([
    { tag: 'p', lines: [['One'], ['Two']] },
    { tag: 'ul', start: 1, items: [['a'], ['b'], ['c']] },
    { tag: 'ol', start: 3, items: [['d'], ['e']] },
  ]);
});

test('an indented line goes on with its list item', () => {
  expect(parseBlocks('- a\n  more\nafter')).toEqual([
    { tag: 'ul', start: 1, items: [['a', ' ', 'more']] },
    { tag: 'p', lines: [['after']] },
  ]);
});

test('a heading is a bold line, and a year or a price at the start of a line is no list', () => {
  expect(parseBlocks('## Your patio\n2026. A good year\n-5 degrees')).toEqual([
    { tag: 'p', lines: [[bold('Your patio')], ['2026. A good year'], ['-5 degrees']] },
  ]);
});

test.each([
  ['a **bo', 'a **bo**'],
  ['a **b** c', 'a **b** c'],
  ['a **', 'a '],
  ['a **b*', 'a **b**'],
])('the tail "%s" is drawn as "%s"', (tail, drawn) => {
  expect(closeTail(tail)).toBe(drawn);
});

test('an announcement has the words without the marks', () => {
  expect(plainText('## Hi\n**500** sq ft, see [us](https://a.b) or `x`')).toBe(
    'Hi\n500 sq ft, see us or x',
  );
});

test('whatever is written, its letters are drawn', () => {
  const words = fc.stringMatching(/^[abc*_`#\-[\]()\n ]{0,60}$/);
  const lettersOf = (value: unknown): string =>
    JSON.stringify(value, (key, part) => (key === 'tag' || key === 'href' ? undefined : part));
  fc.assert(
    fc.property(words, (source) => {
      const drawn = lettersOf(parseBlocks(source).map((b) => (b.tag === 'p' ? b.lines : b.items)));
      const hidden = source.replace(/\]\([^()\s]+\)/g, '');
      for (const letter of 'abc')
        expect(drawn.split(letter).length).toBeGreaterThanOrEqual(hidden.split(letter).length);
    }),
  );
});
