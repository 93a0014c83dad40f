import { expect, test } from 'vitest';
import { PASSED_THROUGH, readSettings } from './settings.ts';

test('without any environment there are defaults', () => {
  expect(readSettings({}, '/srv/shop')).toEqual({
    port: 8787,
    dataDir: '/srv/shop/.tradesphere',
    databaseUrl: null,
    trustedProxy: false,
    vars: {},
  });
});

test('an empty variable counts as absent', () => {
  const blank = Object.fromEntries(
    ['PORT', 'DATA_DIR', 'DATABASE_URL', 'TRUSTED_PROXY', ...PASSED_THROUGH].map((name) => [
      name,
      ' ',
    ]),
  );
  expect(readSettings(blank, '/srv')).toEqual(readSettings({}, '/srv'));
});

test('what is set is used, and the settings of the Worker are passed on as strings', () => {
  const env = {
    PORT: '9000',
    DATA_DIR: 'data',
    DATABASE_URL: 'postgres://u:p@db:5433/shop?sslmode=require',
    TRUSTED_PROXY: '1',
    OPENAI_API_KEY: 'key',
    CHAT_TURNS_PER_SITE_HOUR: '1200',
    HOME: '/root',
  };
  expect(readSettings(env, '/srv')).toEqual({
    port: 9000,
    dataDir: '/srv/data',
    databaseUrl: env.DATABASE_URL,
    trustedProxy: true,
    vars: { OPENAI_API_KEY: 'key', CHAT_TURNS_PER_SITE_HOUR: '1200' },
  });
});

test.each([
  [{ PORT: 'http' }, 'PORT must be a number'],
  [{ PORT: '0' }, 'PORT must be a number'],
  [{ PORT: '65536' }, 'PORT must be a number'],
  [{ DATABASE_URL: 'localhost' }, 'DATABASE_URL must look like'],
  [{ DATABASE_URL: 'mysql://u:p@db/shop' }, 'DATABASE_URL must look like'],
  [{ DATABASE_URL: 'postgres://u:p@db/' }, 'DATABASE_URL must look like'],
  [{ DATABASE_URL: 'postgres://db/shop' }, 'DATABASE_URL must look like'],
  [{ TRUSTED_PROXY: '10.0.0.1' }, 'TRUSTED_PROXY must be 1 or 0'],
  [{ SIGNUPS_PER_IP_HOUR: '0' }, 'SIGNUPS_PER_IP_HOUR must be a whole number'],
  [{ CHAT_QUOTES_PER_TURN: '1.5' }, 'CHAT_QUOTES_PER_TURN must be a whole number'],
  [{ OPENAI_BASE_URL: 'localhost:4010' }, 'OPENAI_BASE_URL must look like'],
  [{ OPENAI_BASE_URL: 'my provider' }, 'OPENAI_BASE_URL must look like'],
  [{ API_CALLS_PER_KEY_MINUTE: 'many' }, 'API_CALLS_PER_KEY_MINUTE must be a whole number'],
])('%o is refused in one sentence', (env, sentence) => {
  expect(() => readSettings(env, '/srv')).toThrow(sentence);
});

test('a refused DATABASE_URL is not repeated: it carries a password', () => {
  expect(() => readSettings({ DATABASE_URL: 'pg://u:hush@db/x' }, '/')).toThrow(/^(?!.*hush)/);
});
