import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

test('a hash names its cost, has a salt of its own and is matched by its password only', async () => {
  const [one, other] = await Promise.all([
    hashPassword('fence-me-in'),
    hashPassword('fence-me-in'),
  ]);
  expect(one).toMatch(/^scrypt\$16384\$8\$5\$[\w-]{22}\$[\w-]{43}$/);
  expect(other).not.toBe(one);
  expect(await verifyPassword(one, 'fence-me-in')).toBe(true);
  expect(await verifyPassword(other, 'fence-me-in')).toBe(true);
  expect(await verifyPassword(one, 'fence-me-in ')).toBe(false);
  expect(await verifyPassword(one, 'Fence-me-in')).toBe(false);
});

test('a hash made at another cost is still verified', async () => {
  // scrypt('pleaseletmein', 'SodiumChloride', N=16384, r=8, p=1), RFC 7914 section 12, cut to 32 bytes
  const salt = Buffer.from('SodiumChloride').toString('base64url');
  const key = Buffer.from(
    '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2',
    'hex',
  ).toString('base64url');
  expect(await verifyPassword(`scrypt$16384$8$1$${salt}$${key}`, 'pleaseletmein')).toBe(true);
  expect(await verifyPassword(`scrypt$16384$8$1$${salt}$${key}`, 'pleaseletmeout')).toBe(false);
});

test('nobody has no password', async () => {
  expect(await verifyPassword(null, '')).toBe(false);
  expect(await verifyPassword(null, 'password')).toBe(false);
});

test('a damaged hash matches nothing', async () => {
  expect(await verifyPassword('scrypt$16384$8$5$AAAA$', '')).toBe(false);
});

test('one password typed in two Unicode forms is one password', async () => {
  const hash = await hashPassword('contraseña');
  expect(await verifyPassword(hash, 'contrasen\u0303a')).toBe(true);
});
