import { expect, test } from 'vitest';
import { readKey, readLook, withLook } from './look.ts';

test('unsaved settings take the place of the saved ones, wherever they stand', () => {
  const config = {
    assistant: 'guided',
    site: { name: 'Main', company_name: 'Rivera', greeting: 'Hi', accent: '#111111', starters: [] },
  };
  const look = { greeting: 'Hello', accent: '#222222', starters: ['A?'], name: 'Other', admin: 1 };
  expect(withLook(config, look)).toEqual({
    assistant: 'guided',
    site: {
      name: 'Main',
      company_name: 'Rivera',
      greeting: 'Hello',
      accent: '#222222',
      starters: ['A?'],
    },
  });
});

test('what is not a configuration passes as it is', () => {
  expect(withLook(null, { greeting: 'x' })).toBeNull();
  expect(withLook([1], { greeting: 'x' })).toEqual([1]);
});

test('a look that cannot be read is no look', () => {
  expect(readLook(null)).toEqual({});
  expect(readLook('{')).toEqual({});
  expect(readLook('"x"')).toEqual({});
  expect(readLook('{"accent":"#222222"}')).toEqual({ accent: '#222222' });
});

test('only a publishable key is a key', () => {
  expect(readKey('pk_demo_rivera')).toBe('pk_demo_rivera');
  for (const text of [null, '', 'sk_secret', 'pk_', 'pk_a"><script>'])
    expect(readKey(text)).toBeNull();
});
