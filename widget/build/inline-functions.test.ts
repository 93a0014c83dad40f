import { expect, test } from 'vitest';
import { inlineFunctions } from './inline-functions.ts';

test('a function that is called once stands where it is called', async () => {
  const code = await inlineFunctions(`
    const half = (n) => n / 2;
    export const middle = (list) => list[half(list.length)];
  `);
  expect(code).not.toContain('half');
});

test('a property that is read for its effect alone is still read', async () => {
  const code = await inlineFunctions('export const follow = (signal) => { signal.value; };');
  expect(code).toContain('signal.value');
});
