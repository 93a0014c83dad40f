import { expect, test } from 'vitest';
import { missingForDeploy, secretNames } from './missing.ts';

const READY = { hyperdriveIds: ['3f2a'], secrets: ['TOKEN_SECRET', 'OPENAI_API_KEY'] };

test('nothing is missing when the database and the secret are there', () => {
  expect(missingForDeploy(READY)).toEqual([]);
});

test.each([
  [{ hyperdriveIds: ['00000000000000000000000000000000'] }, 'no Hyperdrive of yours'],
  [{ hyperdriveIds: [] }, 'no Hyperdrive of yours'],
  [{ secrets: ['OPENAI_API_KEY'] }, 'TOKEN_SECRET is not set'],
  [{ secrets: null }, 'wrangler login'],
])('%o is told', (change, sentence) => {
  const missing = missingForDeploy({ ...READY, ...change });
  expect(missing).toHaveLength(1);
  expect(missing[0]).toContain(sentence);
});

test('secrets are found between whatever else wrangler says', () => {
  expect(secretNames('banner\n[{"name":"TOKEN_SECRET","type":"secret_text"}]\n')).toEqual([
    'TOKEN_SECRET',
  ]);
  expect(secretNames('[]')).toEqual([]);
  expect(secretNames('You are not authenticated.')).toBeNull();
  expect(secretNames('error [code: 10007]')).toBeNull();
});
