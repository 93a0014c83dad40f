import { afterEach, expect, test, vi } from 'vitest';
import { appPassword, appUrl } from './app-url.ts';

afterEach(() => vi.unstubAllEnvs());

const OWNER = 'postgres://owner:s%2Fcret@db.example.com:6432/shop?sslmode=require';

test('only the user and the password change', () => {
  const url = new URL(appUrl(OWNER));
  expect(url.username).toBe('tradesphere_app');
  expect(url.password).toBe(appPassword(OWNER));
  expect(url.password).toMatch(/^[0-9a-f]{64}$/);
  expect([url.host, url.pathname, url.search]).toEqual([
    'db.example.com:6432',
    '/shop',
    '?sslmode=require',
  ]);
});

test('one server has one password, however its host and database are named', () => {
  const elsewhere = 'postgres://owner:s%2Fcret@127.0.0.1/other';
  expect(appPassword(elsewhere)).toBe(appPassword(OWNER));
});

test('another owner or another secret gives another password', () => {
  const seen = [OWNER, OWNER.replace('cret', 'crew'), OWNER.replace('owner', 'admin')].map(
    appPassword,
  );
  expect(new Set(seen).size).toBe(3);
});

test('the password may come from the environment, as it does for the owner', () => {
  const bare = 'postgres://owner@localhost/shop';
  vi.stubEnv('PGPASSWORD', '');
  expect(appPassword(bare)).toBeNull();
  expect(new URL(appUrl(bare)).password).toBe('trusted');
  vi.stubEnv('PGPASSWORD', 's/cret');
  expect(appPassword(bare)).toBe(appPassword(OWNER));
});
