import { expect, test } from 'vitest';
import { parseInline, parseMarkdown, plainText } from './markdown.ts';

test('bold and links are found, the rest stays text', () => {
  expect(parseInline('The **patio** is [here](https://x.example/a).')).toEqual([
    { kind: 'text', text: 'The ' },
    { kind: 'strong', text: 'patio' },
    { kind: 'text', text: ' is ' },
    { kind: 'link', text: 'here', href: 'https://x.example/a' },
    { kind: 'text', text: '.' },
  ]);
});

test('a bare address ends before the full stop', () => {
  expect(parseInline('See https://x.example/p.')).toEqual([
    { kind: 'text', text: 'See ' },
    { kind: 'link', text: 'https://x.example/p', href: 'https://x.example/p' },
    { kind: 'text', text: '.' },
  ]);
});

test.each(['[x](javascript:alert(1))', '<img src=x onerror=alert(1)>', '[x](data:text/html,hi)'])(
  '%s is only text',
  (text) => expect(parseInline(text).every((part) => part.kind === 'text')).toBe(true),
);

test('lists, paragraphs and headings', () => {
  expect(parseMarkdown('## Plan\nfirst\n\n- a\n* b\n1. c\n2) d')).toEqual([
    {
      kind: 'paragraph',
      lines: [[{ kind: 'strong', text: 'Plan' }], [{ kind: 'text', text: 'first' }]],
    },
    {
      kind: 'list',
      ordered: false,
      items: [[{ kind: 'text', text: 'a' }], [{ kind: 'text', text: 'b' }]],
    },
    {
      kind: 'list',
      ordered: true,
      items: [[{ kind: 'text', text: 'c' }], [{ kind: 'text', text: 'd' }]],
    },
  ]);
});

test('a size is no list', () => {
  expect(parseMarkdown('20x25 - about')).toEqual([
    { kind: 'paragraph', lines: [[{ kind: 'text', text: '20x25 - about' }]] },
  ]);
});

test('a preview is the words alone', () => {
  expect(plainText('It is **$12**:\n\n- sand\n- stone')).toBe('It is $12: sand stone');
});
