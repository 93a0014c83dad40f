import { expect, test, vi } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { readVisitorToken, signVisitorToken } from './visitor-token.ts';

const now = new Date('2026-03-01T12:00:00Z');
const claims = { companyId: newId(), siteId: newId(), visitorId: newId(), sessionId: newId() };
const keys = { current: 'secret', previous: null };
const rotated = { current: 'new secret', previous: keys.current };
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

test('a token says who it was signed for', async () => {
  const token = await signVisitorToken(keys, claims, now);
  expect(await readVisitorToken(keys, token, later(29))).toEqual(claims);
});

test('a token expires after thirty days', async () => {
  const token = await signVisitorToken(keys, claims, now);
  await expect(readVisitorToken(keys, token, later(30))).rejects.toMatchObject({
    code: 'visitor_token_expired',
  });
});

test.each([
  ['nothing', () => null],
  ['an empty one', () => ''],
  ['another format', () => 'Bearer x'],
  ['another secret', (token: string) => token.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
  ['another session', (token: string) => token.replace(claims.sessionId, newId())],
  ['another company', (token: string) => token.replace(claims.companyId, newId())],
  ['a longer life', (token: string) => token.replace(/\.(\d{10})\./, '.9999999999.')],
  ['a signature cut short', (token: string) => token.slice(0, -2)],
  ['no hexadecimal signature', (token: string) => `${token.slice(0, -64)}${'z'.repeat(64)}`],
])('a forged token is refused: %s', async (_name, forge) => {
  const token = forge(await signVisitorToken(keys, claims, now));
  await expect(readVisitorToken(keys, token, now)).rejects.toMatchObject({
    code: 'visitor_token_invalid',
  });
});

test('a token of the previous secret is read; new ones are signed with the current secret', async () => {
  const old = await signVisitorToken(keys, claims, now);
  expect(await readVisitorToken(rotated, old, now)).toEqual(claims);
  const renewed = await signVisitorToken(rotated, claims, now);
  await expect(readVisitorToken(keys, renewed, now)).rejects.toMatchObject({
    code: 'visitor_token_invalid',
  });
});

test('a token of a secret before the previous one is refused', async () => {
  const older = await signVisitorToken({ current: 'older secret', previous: null }, claims, now);
  await expect(readVisitorToken(rotated, older, now)).rejects.toMatchObject({
    code: 'visitor_token_invalid',
  });
});

test('a token of the previous secret expires as any other', async () => {
  const old = await signVisitorToken(keys, claims, now);
  await expect(readVisitorToken(rotated, old, later(30))).rejects.toMatchObject({
    code: 'visitor_token_expired',
  });
});

test('reading a token of the current secret computes one HMAC', async () => {
  const token = await signVisitorToken(rotated, claims, now);
  const verify = vi.spyOn(crypto.subtle, 'verify');
  await readVisitorToken(rotated, token, now);
  expect(verify).toHaveBeenCalledTimes(1);
  verify.mockRestore();
});
