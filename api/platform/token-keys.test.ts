import { expect, test } from 'vitest';
import { acceptedSecrets, tokenKeys } from './token-keys.ts';

test.each([
  [{ TOKEN_SECRET: 'new', TOKEN_SECRET_PREVIOUS: 'old' }, ['new', 'old']],
  [{ TOKEN_SECRET: 'new', TOKEN_SECRET_PREVIOUS: '' }, ['new']],
  [{ TOKEN_SECRET: 'new' }, ['new']],
])('%o accepts %o', (env, accepted) => {
  const keys = tokenKeys(env);
  expect(keys.current).toBe('new');
  expect(acceptedSecrets(keys)).toEqual(accepted);
});
