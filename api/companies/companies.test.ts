import { beforeEach, describe, expect, test } from 'vitest';
import { testCtx } from '../../db/testing/index.ts';
import { cookieOf, testApp } from '../access/testing.ts';
import type { Ctx } from '../context.ts';
import { getCompany } from './get-company.ts';
import { companyRoutes } from './routes.ts';
import { mergeFacts, updateCompany } from './update-company.ts';

const send = await testApp({ authenticated: [companyRoutes] });
let ctx: Ctx;
let headers: { Cookie: string };

beforeEach(async () => {
  ctx = await testCtx();
  headers = { Cookie: await cookieOf({ id: ctx.actor.id, companyId: ctx.companyId }) };
});

test('facts not given stay, given ones replace, empty ones go', () => {
  const old = { hours: '9 to 5', phone: '1' };
  expect(mergeFacts(old, { phone: '', licence: 'L-1' })).toEqual({
    hours: '9 to 5',
    licence: 'L-1',
  });
  expect(mergeFacts(old, {})).toEqual(old);
});

describe('GET and PATCH /api/company', () => {
  test('show and change the own company', async () => {
    const before = await send('GET', '/api/company', { headers });
    expect(before.json).toMatchObject({ id: ctx.companyId, currency: 'USD', facts: {} });
    const body = {
      name: ' Stone & Co ',
      country: 'CA',
      locale: 'es-MX',
      timezone: 'America/Toronto',
      facts: { hours: 'Always' },
    };
    const after = await send('PATCH', '/api/company', { headers, body });
    expect(after.status).toBe(200);
    expect(after.json).toEqual({ ...before.json, ...body, name: 'Stone & Co' });
    const again = await send('PATCH', '/api/company', { headers, body: { facts: { phone: '1' } } });
    expect(again.json.facts).toEqual({ hours: 'Always', phone: '1' });
    expect((await send('GET', '/api/company', { headers })).json).toEqual(again.json);
  });

  test.each([
    ['name', { name: '' }],
    ['country', { country: 'Canada' }],
    ['locale', { locale: 'English' }],
    ['timezone', { timezone: 'Mars/Olympus' }],
    ['facts.hours', { facts: { hours: 'x'.repeat(301) } }],
    ['facts', { facts: 'open' }],
  ])('refuse a wrong %s', async (path, body) => {
    const { status, json } = await send('PATCH', '/api/company', { headers, body });
    expect([status, json.errors[0].path]).toEqual([422, path]);
  });

  test('change nothing for an empty patch', async () => {
    const before = await getCompany(ctx);
    expect((await send('PATCH', '/api/company', { headers, body: {} })).json).toEqual(before);
  });

  test('refuse whoever is not signed in or comes from another website', async () => {
    expect((await send('GET', '/api/company')).json.code).toBe('not_signed_in');
    const foreign = { ...headers, Origin: 'https://evil.example' };
    const answer = await send('PATCH', '/api/company', { headers: foreign, body: {} });
    expect(answer.json.code).toBe('csrf_rejected');
  });
});

test('a change touches no other company', async () => {
  const other = await testCtx();
  const before = await getCompany(other);
  await updateCompany(ctx, { name: 'Only mine' });
  expect(await getCompany(other)).toEqual(before);
});

test('two changes of different facts at once are both kept', async () => {
  await Promise.all([
    updateCompany(ctx, { facts: { hours: 'Always' } }),
    updateCompany(ctx, { facts: { phone: '1' } }),
  ]);
  expect((await getCompany(ctx)).facts).toEqual({ hours: 'Always', phone: '1' });
});

test.each(['sales', 'analyst'] as const)('%s may look and not change', async (role) => {
  const actor = await testCtx({ role, companyId: ctx.companyId });
  expect((await getCompany(actor)).id).toBe(ctx.companyId);
  await expect(updateCompany(actor, { name: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
});
