import fc from 'fast-check';
import { expect, test } from 'vitest';
import { effect } from './signals.ts';
import { createStreamText } from './stream-text.ts';

test('a block is frozen when the blank line after it has come', () => {
  const text = createStreamText();
  text.append('One\n');
  expect(text.frozen.value).toEqual([]);
  text.append('\nTwo');
  expect(text.frozen.value).toEqual(['One']);
  expect(text.tail.value).toBe('Two');
});

test('a word in the tail does not touch the frozen part', () => {
  const text = createStreamText('One\n\nTwo');
  let drawn = 0;
  effect(() => {
    text.frozen.value;
    drawn++;
  });
  for (const word of [' three', ' four', '\n']) text.append(word);
  expect(drawn).toBe(1);
  expect(text.tail.value).toBe('Two three four\n');
});

test('the same whole text again draws nothing anew; another one replaces it', () => {
  const text = createStreamText('One\n\nTwo');
  const { value: before } = text.frozen;
  text.set('One\n\nTwo');
  expect(text.frozen.value).toBe(before);
  text.set('Other');
  expect([text.frozen.value, text.tail.value, text.whole()]).toEqual([[], 'Other', 'Other']);
});

test('however it comes, the text is whole and no word is lost', () => {
  const pieces = fc.array(fc.stringMatching(/^[ab \n]{0,4}$/), { maxLength: 20 });
  fc.assert(
    fc.property(pieces, (deltas) => {
      const text = createStreamText();
      for (const delta of deltas) text.append(delta);
      const drawn = [...text.frozen.value, text.tail.value].join('');
      expect(text.whole()).toBe(deltas.join(''));
      expect(drawn.replace(/\s/g, '')).toBe(deltas.join('').replace(/\s/g, ''));
    }),
  );
});
