import { expect, test } from 'vitest';
import { newMessageId } from './ids.ts';

test('an id is a UUID of version 4, and another one each time', () => {
  const ids = Array.from({ length: 200 }, newMessageId);
  for (const id of ids)
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
  expect(new Set(ids).size).toBe(200);
  expect(new Set(ids.join('').replace(/-/g, '')).size).toBe(16);
});
