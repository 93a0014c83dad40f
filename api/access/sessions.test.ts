import { beforeEach, describe, expect, test } from 'vitest';
import { fileDatabase, testCtx } from '../../db/testing/index.ts';
import type { Ctx } from '../context.ts';
import { connect } from '../platform/database/connect.ts';
import { sha256Hex } from './secrets.ts';
import { isSecure, readSessionToken, sessionsIn } from './sessions.ts';

const DAY_MS = 86_400_000;
const { db, owner, database } = await fileDatabase();
const sessions = sessionsIn(db, true);
let ctx: Ctx;
let token: string;

const rows = () => owner`select * from user_sessions where user_id = ${ctx.actor.id}`;
const expireIn = (days: number) => owner`
  update user_sessions set expires_at = ${new Date(Date.now() + days * DAY_MS)}
  where id = ${sha256Hex(token)}`;

beforeEach(async () => {
  ctx = await testCtx({ role: 'sales' });
  token = (await sessions.createSession(ctx.actor.id, { company_id: ctx.companyId })).id;
});

describe('a session', () => {
  test('names its user, company and role', async () => {
    const { session, user } = await sessions.validateSession(token);
    expect(session).toMatchObject({ companyId: ctx.companyId, fresh: false });
    expect(user).toMatchObject({ id: ctx.actor.id, role: 'sales', name: 'Test sales' });
  });

  test('is stored as the hash of its token only', async () => {
    const [row] = await rows();
    expect(row?.id).toBe(sha256Hex(token));
    expect(JSON.stringify(await rows())).not.toContain(token);
  });

  test('is looked up in one query', async () => {
    const queries: string[] = [];
    const client = { debug: (_id: number, query: string) => queries.push(query) };
    const watched = connect(database.appUrl, { client });
    await watched.query((sql) => sql`select 1`);
    queries.length = 0;
    await sessionsIn(watched, true).validateSession(token);
    await watched.end(1);
    expect(queries).toEqual([expect.stringContaining('door_user_session')]);
  });

  test('is unknown by another token, and by its own hash', async () => {
    for (const other of ['x'.repeat(40), sha256Hex(token)]) {
      expect((await sessions.validateSession(other)).session).toBeNull();
    }
  });

  test('lives 30 days and is prolonged in its second half', async () => {
    const [made] = await rows();
    expect(made?.expires_at.getTime()).toBeCloseTo(Date.now() + 30 * DAY_MS, -5);
    await expireIn(16);
    expect((await sessions.validateSession(token)).session?.fresh).toBe(false);
    await expireIn(14);
    expect((await sessions.validateSession(token)).session?.fresh).toBe(true);
    const [prolonged] = await rows();
    expect(prolonged?.expires_at.getTime()).toBeCloseTo(Date.now() + 30 * DAY_MS, -5);
  });

  test('that is over is refused and removed', async () => {
    await expireIn(-1);
    expect((await sessions.validateSession(token)).session).toBeNull();
    expect(await rows()).toHaveLength(0);
  });

  test('ends with the membership', async () => {
    await owner`delete from memberships where user_id = ${ctx.actor.id}`;
    expect((await sessions.validateSession(token)).session).toBeNull();
  });

  test('ends with the company', async () => {
    await owner`update companies set deleted_at = now() where id = ${ctx.companyId}`;
    expect((await sessions.validateSession(token)).session).toBeNull();
  });

  test('is prolonged up to 90 days after the log-in and then ends', async () => {
    await owner`update user_sessions set created_at = now() - interval '80 days'
      where id = ${sha256Hex(token)}`;
    await expireIn(3);
    expect((await sessions.validateSession(token)).session?.fresh).toBe(true);
    const [capped] = await rows();
    expect(capped?.expires_at.getTime()).toBeCloseTo(Date.now() + 10 * DAY_MS, -5);
    await owner`update user_sessions set created_at = now() - interval '91 days'
      where id = ${sha256Hex(token)}`;
    await sessions.validateSession(token);
    expect((await sessions.validateSession(token)).session).toBeNull();
  });

  test('can be ended without the others of the user', async () => {
    const second = await sessions.createSession(ctx.actor.id, { company_id: ctx.companyId });
    await sessions.invalidateSession(token);
    expect(await rows()).toHaveLength(1);
    expect((await sessions.validateSession(second.id)).session).not.toBeNull();
  });

  test('is forgotten some time after it is over, others stay', async () => {
    const second = await sessions.createSession(ctx.actor.id, { company_id: ctx.companyId });
    await expireIn(-1);
    await sessions.deleteExpiredSessions();
    expect((await rows()).map(({ id }) => id)).toEqual([sha256Hex(second.id)]);
  });

  test('cannot be listed, since tokens are not stored', async () => {
    await expect(async () => sessions.getUserSessions(ctx.actor.id)).rejects.toThrow('not stored');
  });
});

test('the cookie is for http only, for same-site use, for all paths, and for https where there is', () => {
  const secure = sessions.createSessionCookie(token).serialize();
  for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Secure', 'Max-Age=2592000']) {
    expect(secure.split('; ')).toContain(part);
  }
  expect(sessionsIn(db, false).createSessionCookie(token).serialize()).not.toContain('Secure');
  expect(isSecure('https://a.example/x')).toBe(true);
  expect(isSecure('http://localhost:8787/x')).toBe(false);
});

test('the cookie has the __Host- prefix over https, and its plain name over http', () => {
  const named = (secure: boolean) => sessionsIn(db, secure).createSessionCookie(token).serialize();
  expect(named(true)).toMatch(/^__Host-tradesphere_session=/);
  expect(named(true)).not.toContain('Domain');
  expect(named(false)).toMatch(/^tradesphere_session=/);
});

const T = 'a'.repeat(40);
test.each([
  [`tradesphere_session=${T}`, T],
  [`theme=dark; tradesphere_session=${T}; x=%zz`, T],
  [`%zz=1;tradesphere_session=${T}`, T],
  [`not_tradesphere_session=${T}`, null],
  [`tradesphere_session=${T}b`, null],
  ['tradesphere_session=%00', null],
  ['', null],
  [undefined, null],
])('of the cookies %j the token is %j, under the name of the scheme alone', (header, expected) => {
  const secure = header?.replaceAll('tradesphere_session', '__Host-tradesphere_session');
  expect(readSessionToken(header, false)).toBe(expected);
  expect(readSessionToken(secure, true)).toBe(expected);
  expect(readSessionToken(header, true)).toBeNull();
  expect(readSessionToken(secure, false)).toBeNull();
});
