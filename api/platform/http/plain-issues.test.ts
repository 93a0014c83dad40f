import { z } from '@hono/zod-openapi';
import { expect, test } from 'vitest';
import { speakPlainly } from './plain-issues.ts';

speakPlainly();
const schema = z.object({
  name: z.string().trim().min(1).max(5),
  email: z.email(),
  password: z.string().min(8, 'Use a longer one.'),
  count: z.int().min(3),
});

const said = (input: unknown) =>
  Object.fromEntries(
    (schema.safeParse(input).error?.issues ?? []).map(({ path, message }) => [path[0], message]),
  );

test('a person reads plain words, and the words of a field where it has its own', () => {
  expect(said({ name: ' ', email: 'x', password: 'y', count: 3 })).toEqual({
    name: 'Fill this in.',
    email: 'Write an e-mail address, such as name@example.com.',
    password: 'Use a longer one.',
  });
  expect(said({ name: 'longer', email: 'a@b.co', password: '12345678', count: 3 })).toEqual({
    name: 'Use at most 5 characters.',
  });
});

test('what is missing is called missing, and numbers keep the words of the library', () => {
  const { name, count } = said({ email: 'a@b.co', password: '12345678', count: 1 });
  expect(name).toBe('This is missing.');
  expect(count).toContain('3');
});
