import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fileDatabase, testCtx } from '../../db/testing/index.ts';
import { sha256Hex } from '../access/secrets.ts';
import type { Ctx } from '../context.ts';
import { logIn } from './log-in.ts';
import { hashPassword } from './password/password.ts';

const { db, owner } = await fileDatabase();
const password = 'paver-patio-9';
const failed = { code: 'login_failed', status: 401 };
const locked = { code: 'login_locked', status: 429 };
let hash: string;
let ctx: Ctx;
let email: string;

beforeAll(async () => {
  hash = await hashPassword(password);
});

beforeEach(async () => {
  ctx = await testCtx({ role: 'sales' });
  const [user] = await owner`
    update users set password_hash = ${hash} where id = ${ctx.actor.id} returning email`;
  email = user?.email;
});

/** Failures counted before, without the work of five log-ins. */
async function failuresBefore(failures: number, address = email): Promise<void> {
  for (let i = 0; i < failures; i++) await db.sql`select door_login_failed(${sha256Hex(address)})`;
}

const answerTo = (input: { email: string; password: string }) =>
  logIn(db, input).then(
    () => 'in',
    (error) => ({ code: error.code, status: error.status, ...error.details }),
  );

test('the right password says who and to which company', async () => {
  expect(await logIn(db, { email, password })).toEqual({
    userId: ctx.actor.id,
    companyId: ctx.companyId,
  });
});

test('an unknown address, a wrong password and a person without company get one answer', async () => {
  const wrong = await answerTo({ email, password: 'wrong' });
  const unknown = await answerTo({ email: 'nobody@example.com', password });
  await owner`update companies set deleted_at = now() where id = ${ctx.companyId}`;
  const homeless = await answerTo({ email, password });
  expect(wrong).toMatchObject(failed);
  expect(unknown).toEqual(wrong);
  expect(homeless).toEqual(wrong);
});

test('a person of two companies logs in to the one they joined first', async () => {
  const second = await testCtx();
  await owner`insert into memberships (company_id, user_id, role, created_at)
    values (${second.companyId}, ${ctx.actor.id}, 'owner', now() + interval '1 day')`;
  expect((await logIn(db, { email, password })).companyId).toBe(ctx.companyId);
  await owner`update companies set deleted_at = now() where id = ${ctx.companyId}`;
  expect((await logIn(db, { email, password })).companyId).toBe(second.companyId);
});

describe('the lock', () => {
  test('comes after five failures, holds the right password off too, and ends', async () => {
    await failuresBefore(4);
    expect(await answerTo({ email, password: 'wrong' })).toMatchObject(failed);
    const answer = await answerTo({ email, password });
    expect(answer).toMatchObject({ ...locked, detail: 'Try again in 15 minutes.' });
    expect(answer).toHaveProperty(
      ['headers', 'Retry-After'],
      expect.stringMatching(/^(900|89\d)$/),
    );
    await owner`update login_attempts set locked_until = now() where subject = ${sha256Hex(email)}`;
    expect(await answerTo({ email, password })).toBe('in');
  });

  test('is the same for an address that nobody has', async () => {
    await failuresBefore(5);
    await failuresBefore(5, 'nobody-else@example.com');
    const known = await answerTo({ email, password: 'wrong' });
    const unknown = await answerTo({ email: 'nobody-else@example.com', password: 'wrong' });
    expect(known).toMatchObject({ code: 'login_locked', detail: 'Try again in 15 minutes.' });
    expect({ ...Object(unknown), headers: null }).toEqual({ ...Object(known), headers: null });
  });

  test('is not come nearer to by a success, nor by failures long ago', async () => {
    await failuresBefore(4);
    expect(await answerTo({ email, password })).toBe('in');
    await failuresBefore(4);
    await owner`update login_attempts set last_failed_at = now() - interval '16 minutes'
      where subject = ${sha256Hex(email)}`;
    await failuresBefore(1);
    expect(await answerTo({ email, password })).toBe('in');
  });

  test('begins anew with one failure when it is over', async () => {
    await failuresBefore(5);
    await owner`update login_attempts set locked_until = now() where subject = ${sha256Hex(email)}`;
    await failuresBefore(1);
    expect(await answerTo({ email, password })).toBe('in');
  });

  test('cannot be raced: of many guesses at once at most five learn whether they are right', async () => {
    const guesses = Array.from({ length: 8 }, () => answerTo({ email, password: 'wrong' }));
    const codes = (await Promise.all(guesses)).map((answer) => Object(answer).code);
    expect(codes.filter((code) => code === 'login_failed')).toHaveLength(5);
    expect(codes.filter((code) => code === 'login_locked')).toHaveLength(3);
  });

  test('does not keep many right log-ins at once out', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => answerTo({ email, password })),
    );
    expect(new Set(answers)).toEqual(new Set(['in']));
  });

  test('of a success that comes while it holds makes the success none', async () => {
    await failuresBefore(5);
    const [row] = await db.sql`select door_login_succeeded(${sha256Hex(email)}) as locked`;
    expect(row?.locked).toBeGreaterThan(880);
  });

  test('is forgotten when its time is long over', async () => {
    await failuresBefore(5);
    await db.sql`select door_forget_sessions()`;
    expect(
      await owner`select 1 from login_attempts where subject = ${sha256Hex(email)}`,
    ).toHaveLength(1);
    await owner`update login_attempts set locked_until = now() - interval '1 minute',
      last_failed_at = now() - interval '2 hours' where subject = ${sha256Hex(email)}`;
    await db.sql`select door_forget_sessions()`;
    expect(
      await owner`select 1 from login_attempts where subject = ${sha256Hex(email)}`,
    ).toHaveLength(0);
  });
});

describe('the runtime role', () => {
  test.each([
    'select password_hash from users',
    'select * from login_attempts',
    "update users set password_hash = 'x'",
    "insert into users (id, email, name, password_hash) values (gen_random_uuid(), 'a', 'a', 'a')",
    "select login_locked_for('x')",
  ])('may not: %s', async (statement) => {
    await expect(db.sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
  });

  test('sees no session and no key without a company', async () => {
    expect(await db.sql`select * from user_sessions`).toHaveLength(0);
    expect(await db.sql`select * from api_keys`).toHaveLength(0);
  });
});
