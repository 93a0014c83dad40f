import { OpenAPIHono } from '@hono/zod-openapi';
import { beforeEach, describe, expect, test } from 'vitest';
import { fileDatabase, testCtx } from '../../db/testing/index.ts';
import { apiKeyRoutes } from '../api-keys/routes.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { newId } from '../platform/ids.ts';
import { createSite } from '../sites/create-site.ts';
import { siteRoutes } from '../sites/routes.ts';
import { claimKey } from './idempotency-claim.ts';
import { cookieOf, testApp } from './testing.ts';

let failures: unknown[] = [];
const flaky = new OpenAPIHono<AppEnv>();
flaky.post('/api/flaky', (c) => {
  const failure = failures.shift();
  if (failure) throw failure;
  return c.json({ done: true });
});

const { owner } = await fileDatabase();
const send = await testApp({ authenticated: [siteRoutes, apiKeyRoutes, flaky] });
let ctx: Ctx;
let cookie: string;
let key: string;

beforeEach(async () => {
  ctx = await testCtx();
  cookie = await cookieOf({ id: ctx.actor.id, companyId: ctx.companyId });
  key = newId();
  failures = [];
});

const site = { name: 'Patios' };
const post = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
  send('POST', path, {
    headers: { Cookie: cookie, 'Idempotency-Key': key, ...headers },
    ...(body === undefined ? {} : { body }),
  });
const postSite = (headers = {}) => post('/api/sites', site, headers);
const sites = () => owner`select id from sites where company_id = ${ctx.companyId}`;
const age = (interval: string) =>
  owner`update idempotency_keys set claimed_at = now() - ${interval}::interval where key = ${key}`;
const loseAnswer = () =>
  owner`update idempotency_keys set status = null, body = null where key = ${key}`;
const forgetEffect = () =>
  owner`update idempotency_keys set fulfilled_at = null, made = null where key = ${key}`;

describe('the same request again', () => {
  test('is given the first answer, byte for byte, and does nothing', async () => {
    const first = await postSite();
    const again = await postSite();
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.json).toEqual(first.json);
    expect(first.headers.get('Idempotency-Replayed')).toBeNull();
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
    expect(again.headers.get('Content-Type')).toBe('application/json');
    expect(await sites()).toHaveLength(1);
  });

  test('is given the first refusal', async () => {
    const refused = await post('/api/sites', { name: '' });
    const again = await post('/api/sites', { name: '' });
    expect(refused).toMatchObject({ status: 422, json: { code: 'validation_failed' } });
    expect(again.json).toEqual(refused.json);
    expect(again.headers.get('Content-Type')).toBe('application/problem+json');
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
  });

  test('in a race is carried out once, and every later one hears the answer', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => postSite()));
    const made = answers.filter(({ status }) => status === 201);
    const waiting = answers.filter(({ status }) => status === 409);
    expect(made.length + waiting.length).toBe(6);
    expect(new Set(made.map(({ json }) => json.id)).size).toBe(1);
    expect(await sites()).toHaveLength(1);
    expect((await postSite()).json).toEqual(made[0]?.json);
  });
});

describe('the same request again by somebody who may do less now', () => {
  test('is refused, and shows nothing of the first answer', async () => {
    const first = await postSite();
    await owner`update memberships set role = 'sales' where user_id = ${ctx.actor.id}`;
    const again = await postSite();
    expect(again).toMatchObject({ status: 403, json: { code: 'forbidden' } });
    expect(JSON.stringify(again.json)).not.toContain(first.json.id);
  });

  test('is answered when they may do more', async () => {
    await owner`update memberships set role = 'manager' where user_id = ${ctx.actor.id}`;
    const first = await postSite();
    await owner`update memberships set role = 'owner' where user_id = ${ctx.actor.id}`;
    expect((await postSite()).json).toEqual(first.json);
  });
});

describe('another request with the same key', () => {
  test.each([
    ['another body', '/api/sites', { name: 'Decks' }],
    ['another address', '/api/sites?x=1', site],
    ['another path', '/api/flaky', site],
  ])('%s is refused', async (_, path, body) => {
    await postSite();
    const other = await post(path, body);
    expect(other).toMatchObject({ status: 422, json: { code: 'idempotency_key_reused' } });
    expect(await sites()).toHaveLength(1);
  });

  test('of somebody else in the company, or of another company, has a key of its own', async () => {
    const first = await postSite();
    for (const companyId of [ctx.companyId, (await testCtx()).companyId]) {
      const colleague = await testCtx({ companyId });
      const theirs = await cookieOf({ id: colleague.actor.id, companyId });
      const answer = await postSite({ Cookie: theirs });
      expect(answer.status).toBe(201);
      expect(answer.json.id).not.toBe(first.json.id);
    }
  });

  test('after 24 hours is a first one', async () => {
    const first = await postSite();
    await age('24 hours 1 second');
    const later = await post('/api/sites', { name: 'Decks' });
    expect(later.status).toBe(201);
    expect(later.json.id).not.toBe(first.json.id);
    expect(later.headers.get('Idempotency-Replayed')).toBeNull();
  });
});

describe('a key', () => {
  test.each([
    ['nothing', ''],
    ['a space', 'a b'],
    ['more than ASCII', 'clé'],
    ['256 characters', 'k'.repeat(256)],
  ])('of %s is refused', async (_, wrong) => {
    const answer = await postSite({ 'Idempotency-Key': wrong });
    expect(answer).toMatchObject({ status: 400, json: { code: 'idempotency_key_invalid' } });
    expect(await sites()).toHaveLength(0);
  });

  test('of 255 visible characters is taken', async () => {
    expect((await postSite({ 'Idempotency-Key': '~'.repeat(255) })).status).toBe(201);
  });

  test('says nothing on other methods', async () => {
    const headers = { Cookie: cookie, 'Idempotency-Key': '' };
    expect((await send('GET', '/api/sites', { headers })).status).toBe(200);
  });
});

describe('an answer that may be another one next time is not kept:', () => {
  test.each([
    ['500', new Error('broken')],
    ['503', new AppError('database_unavailable')],
    ['429', new AppError('rate_limited')],
  ])('%s', async (status, failure) => {
    failures = [failure];
    expect((await post('/api/flaky')).status).toBe(Number(status));
    expect(await post('/api/flaky')).toMatchObject({ status: 200, json: { done: true } });
    failures = [failure];
    const replayed = await post('/api/flaky');
    expect([replayed.status, replayed.headers.get('Idempotency-Replayed')]).toEqual([200, 'true']);
  });
});

describe('a request that was cut off', () => {
  test('before it did anything holds its key for five minutes, then one retry takes it over', async () => {
    await postSite();
    await loseAnswer();
    await forgetEffect();
    await owner`delete from sites where company_id = ${ctx.companyId}`;
    const early = await postSite();
    expect(early).toMatchObject({ status: 409, json: { code: 'idempotency_in_progress' } });
    expect(Number(early.headers.get('Retry-After'))).toBeGreaterThan(0);
    await age('5 minutes 1 second');
    const other = await post('/api/sites', { name: 'Decks' });
    expect(other.json.code).toBe('idempotency_key_reused');
    const retries = await Promise.all([postSite(), postSite(), postSite()]);
    expect(retries.some(({ status }) => status === 201)).toBe(true);
    expect(await sites()).toHaveLength(1);
  });

  test('after it was carried out is not carried out again, and its retry is told what it made', async () => {
    const first = await postSite();
    await loseAnswer();
    await age('10 minutes');
    const again = await postSite();
    expect(again).toMatchObject({ status: 409, json: { code: 'idempotency_answer_gone' } });
    expect(again.json.detail).toContain(first.json.id);
    expect(await sites()).toHaveLength(1);
  });

  test('and wakes up after its key was taken over does nothing', async () => {
    const slow = await claimKey(ctx, key, 'same');
    await age('5 minutes 1 second');
    const retry = await claimKey(ctx, key, 'same');
    const late = createSite({ ...ctx, claim: claimOf(slow) }, site);
    await expect(late).rejects.toMatchObject({
      cause: { message: 'idempotency key: taken over by another request' },
    });
    expect(await sites()).toHaveLength(0);
    await createSite({ ...ctx, claim: claimOf(retry) }, site);
    expect(await sites()).toHaveLength(1);
  });
});

const claimOf = (claimed: object) => ('claim' in claimed ? String(claimed.claim) : 'none');

describe('an answer that shows a secret', () => {
  test('is not stored, and the retry is told which key to rotate', async () => {
    const made = await post('/api/api-keys', { name: 'Form' });
    expect(made.status).toBe(201);
    const [row] = await owner`select * from idempotency_keys where key = ${key}`;
    expect(row).toMatchObject({ made: made.json.id, status: null, body: null });
    expect(JSON.stringify(row)).not.toContain(made.json.key);
    const again = await post('/api/api-keys', { name: 'Form' });
    expect(again).toMatchObject({ status: 409, json: { code: 'idempotency_answer_gone' } });
    expect(again.json.detail).toContain(made.json.id);
    expect(await owner`select from api_keys where company_id = ${ctx.companyId}`).toHaveLength(1);
  });

  test('of a rotation works as long as the rotation was not sent again', async () => {
    const made = await post('/api/api-keys', { name: 'Form', scopes: ['sites.read'] });
    const rotate = `/api/api-keys/${made.json.id}/rotate`;
    const rotated = await post(rotate, undefined, { 'Idempotency-Key': 'r1' });
    const again = await post(rotate, undefined, { 'Idempotency-Key': 'r1' });
    expect(again.json.code).toBe('idempotency_answer_gone');
    const headers = { Authorization: `Bearer ${rotated.json.key}` };
    expect((await send('GET', '/api/sites', { headers })).status).toBe(200);
  });
});
