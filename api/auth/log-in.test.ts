import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fileDatabase, testCtx } from '../../db/testing/index.ts';
import { sha256Hex } from '../access/secrets.ts';
import type { Ctx } from '../context.ts';
import { newId } from '../platform/ids.ts';
import { readDevice, rememberDevice } from './device-cookie.ts';
import { type LogInSource, logIn } from './log-in.ts';
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

const NETWORK = '192.0.2.1';
const from = (network = NETWORK, device: string | null = null): LogInSource => ({
  network,
  device,
  requestId: newId(),
  perHour: '100000',
});

/** Failures counted before, without the work of hashing. */
async function failuresBefore(failures: number, address = email, network = NETWORK, device = '') {
  for (let i = 0; i < failures; i++) {
    await db.query((sql) => sql`select fail_log_in(${address}, ${network}, ${device})`);
  }
}

const answerTo = (input: { email: string; password: string }, source = from()) =>
  logIn(db, input, source).then(
    () => 'in',
    (error) => ({ code: error.code, status: error.status, ...error.details }),
  );

/** A device that the account has logged in from. */
async function knownDevice(): Promise<string> {
  const cookie = await rememberDevice(db, ctx.actor.id, null, false);
  return readDevice(cookie, false) ?? '';
}

/** Lets the time pass that every counter of the account counts or blocks for. */
const passTime = () => owner`
  update login_attempts set locked_until = now(), last_failed_at = now() - interval '61 minutes'`;

test('the right password says who and to which company', async () => {
  expect(await logIn(db, { email, password }, from())).toEqual({
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
  expect((await logIn(db, { email, password }, from())).companyId).toBe(ctx.companyId);
  await owner`update companies set deleted_at = now() where id = ${ctx.companyId}`;
  expect((await logIn(db, { email, password }, from())).companyId).toBe(second.companyId);
});

describe('the throttle of an account', () => {
  test('comes after five failures from a network, holds the right password off too, and ends', async () => {
    await failuresBefore(4);
    expect(await answerTo({ email, password: 'wrong' })).toMatchObject(failed);
    const answer = await answerTo({ email, password });
    expect(answer).toMatchObject({ ...locked, detail: 'Try again in 15 minutes.' });
    expect(answer).toHaveProperty(
      ['headers', 'Retry-After'],
      expect.stringMatching(/^(900|89\d)$/),
    );
    await passTime();
    expect(await answerTo({ email, password })).toBe('in');
  });

  test('does not keep the account out in another network, nor others in this one', async () => {
    await failuresBefore(5);
    expect(await answerTo({ email, password }, from('198.51.100.1'))).toBe('in');
    await failuresBefore(5, 'somebody@example.com', '198.51.100.2');
    expect(await answerTo({ email, password }, from('198.51.100.2'))).toBe('in');
  });

  test('comes after 50 failures in an hour from all networks together', async () => {
    for (let i = 0; i < 49; i++) await failuresBefore(1, email, `198.51.100.${i}`);
    expect(await answerTo({ email, password: 'wrong' }, from('203.0.113.1'))).toMatchObject(failed);
    const answer = await answerTo({ email, password }, from('203.0.113.2'));
    expect(answer).toMatchObject({ ...locked, detail: 'Try again in 60 minutes.' });
  });

  test('is the same for an address that nobody has', async () => {
    await failuresBefore(5);
    await failuresBefore(5, 'nobody-else@example.com');
    const known = await answerTo({ email, password: 'wrong' });
    const unknown = await answerTo({ email: 'nobody-else@example.com', password: 'wrong' });
    expect(known).toMatchObject({ code: 'login_locked', detail: 'Try again in 15 minutes.' });
    expect({ ...Object(unknown), headers: null }).toEqual({ ...Object(known), headers: null });
  });

  test('starts anew after a success, and after failures long ago', async () => {
    await failuresBefore(4);
    expect(await answerTo({ email, password })).toBe('in');
    await failuresBefore(4);
    await passTime();
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
    const [row] = await db.query(
      (sql) => sql`select complete_log_in(${email}, ${NETWORK}, '') as throttled`,
    );
    expect(row?.throttled).toBeGreaterThan(880);
  });

  test('is forgotten when its time is long over', async () => {
    await failuresBefore(5);
    const counters = () => owner`select 1 from login_attempts`;
    await db.query((sql) => sql`select door_forget_sessions()`);
    expect(await counters()).not.toHaveLength(0);
    await owner`update login_attempts set locked_until = now() - interval '1 minute',
      last_failed_at = now() - interval '2 hours'`;
    await db.query((sql) => sql`select door_forget_sessions()`);
    expect(await counters()).toHaveLength(0);
  });
});

describe('a known device', () => {
  test('logs in whatever strangers have tried, in this network and in all', async () => {
    const device = await knownDevice();
    await failuresBefore(5);
    for (let i = 0; i < 50; i++) await failuresBefore(1, email, `198.51.100.${i}`);
    expect(await answerTo({ email, password })).toMatchObject(locked);
    expect(await answerTo({ email, password }, from(NETWORK, device))).toBe('in');
  });

  test('is not counted by the limit of its network', async () => {
    const none = { perHour: '0' };
    const known = { ...from(NETWORK, await knownDevice()), ...none };
    expect(await answerTo({ email, password }, known)).toBe('in');
    const stranger = await answerTo({ email, password }, { ...from(), ...none });
    expect(stranger).toMatchObject({ code: 'rate_limited' });
  });

  test('counts as unknown after ten failures of its own, and leaves the account its other tries', async () => {
    const device = await knownDevice();
    await failuresBefore(10, email, NETWORK, sha256Hex(device));
    expect(await answerTo({ email, password }, from(NETWORK, device))).toBe('in');
    await failuresBefore(5, email, NETWORK, sha256Hex(device));
    expect(await answerTo({ email, password }, from(NETWORK, device))).toMatchObject(locked);
  });

  test('is known to nobody else', async () => {
    const other = await testCtx();
    const device = await knownDevice();
    const [user] = await owner`
      update users set password_hash = ${hash} where id = ${other.actor.id} returning email`;
    await failuresBefore(5, user?.email);
    const answer = await answerTo({ email: user?.email, password }, from(NETWORK, device));
    expect(answer).toMatchObject(locked);
  });

  test('gets a new token at each log-in, for all who use it; the old one is worth nothing', async () => {
    const other = await testCtx();
    const first = await knownDevice();
    const cookie = await rememberDevice(db, other.actor.id, first, false);
    const second = readDevice(cookie, false) ?? '';
    await failuresBefore(5);
    expect(await answerTo({ email, password }, from(NETWORK, first))).toMatchObject(locked);
    expect(await answerTo({ email, password }, from(NETWORK, second))).toBe('in');
    expect(JSON.stringify(await owner`select * from known_devices`)).not.toContain(second);
  });

  test('is forgotten 180 days after its last log-in, and beyond the 20 latest of a person', async () => {
    const device = await knownDevice();
    await failuresBefore(5);
    await owner`update known_devices set last_used_at = now() - interval '181 days'`;
    expect(await answerTo({ email, password }, from(NETWORK, device))).toMatchObject(locked);
    for (let i = 0; i < 22; i++) await knownDevice();
    const [row] = await owner`
      select count(*)::int as n from known_devices where user_id = ${ctx.actor.id}`;
    expect(row?.n).toBe(20);
  });
});

describe('the runtime role', () => {
  test.each([
    'select password_hash from users',
    'select * from login_attempts',
    'select * from known_devices',
    "update users set password_hash = 'x'",
    "insert into users (id, email, name, password_hash) values (gen_random_uuid(), 'a', 'a', 'a')",
    "select log_in_throttled_for('x', 'x', 'x')",
  ])('may not: %s', async (statement) => {
    await expect(db.query((sql) => sql.unsafe(statement))).rejects.toMatchObject({ code: '42501' });
  });

  test('sees no session and no key without a company', async () => {
    expect(await db.query((sql) => sql`select * from user_sessions`)).toHaveLength(0);
    expect(await db.query((sql) => sql`select * from api_keys`)).toHaveLength(0);
  });
});
