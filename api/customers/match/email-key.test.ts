import { expect, test } from 'vitest';
import { isEmailFormat, readEmail } from './email-key.ts';

test.each([
  [' Maria.Lopez@Example.com ', 'maria.lopez@example.com'],
  ['Maria.Lopez+patio@GMail.com', 'marialopez@gmail.com'],
  ['m.a.r.i.a@googlemail.com', 'maria@gmail.com'],
  ['bob+quotes@outlook.com', 'bob@outlook.com'],
  ['bob@me.com', 'bob@icloud.com'],
  ['bob+a@pm.me', 'bob@proton.me'],
  ['bob+a@smith.co.uk', 'bob+a@smith.co.uk'],
  ['first.last@yahoo.com', 'first.last@yahoo.com'],
  ['mailto:ann@example.com', 'ann@example.com'],
  ['<ann@example.com>', 'ann@example.com'],
  ['test@example.com', 'test@example.com'],
  ['jürgen@müller.de', 'jürgen@müller.de'],
])('%s has the key %s', (text, key) => {
  expect(readEmail(text)?.key).toBe(key);
});

test.each([
  'none@none.com',
  'no-reply@acme.com',
  'NoEmail@gmail.com',
  'test@test.com',
  'asdf@asdf.com',
  'x@x.com',
])('%s stands for no address', (text) => expect(readEmail(text)).toBeNull());

test.each([
  'info@acme.com',
  'Sales@acme.com',
  'office.boston@acme.com',
  'front-desk@hotel.com',
  'info+web@acme.com',
])('%s is a mailbox of many people', (text) => expect(readEmail(text)?.trust).toBe('role'));

test('a tag at an unknown provider stays in the key but not in the bare form', () => {
  expect(readEmail('bob+a@smith.org')).toMatchObject({
    key: 'bob+a@smith.org',
    bare: 'bob@smith.org',
  });
});

test.each([
  'maria',
  'maria@',
  '@x.com',
  'a b@x.com',
  'a@x',
  'a@@x.com',
  'a..b@x.com',
  '.a@x.com',
  'a@x..com',
  '',
])('"%s" is no e-mail address', (text) => {
  expect(isEmailFormat(text)).toBe(false);
  expect(readEmail(text)).toBeNull();
});

test('an address of 255 characters is too long', () => {
  expect(isEmailFormat(`a@${'b'.repeat(249)}.co`)).toBe(true);
  expect(isEmailFormat(`a@${'b'.repeat(250)}.com`)).toBe(false);
});
