import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fileDatabase, testCtx } from '../../db/testing/index.ts';
import type { Ctx } from '../context.ts';
import { newId } from '../platform/ids.ts';
import type { Kind } from './kinds.ts';
import { listSecurityEvents } from './list-security-events.ts';
import { partyOf, recordSecurityEvent } from './record-security-event.ts';

const { db, owner } = await fileDatabase();
const log = vi.spyOn(console, 'log').mockImplementation(() => {});
let ctx: Ctx;

beforeEach(async () => {
  ctx = await testCtx();
  log.mockClear();
});
afterEach(() => vi.useRealTimers());

const record = (kind: Kind, network = '192.0.2.1', companyId: string | null = ctx.companyId) =>
  recordSecurityEvent(
    { db, companyId, network, requestId: newId() },
    { kind, actor: partyOf(ctx), detail: 'POST /api/sites' },
  );
const list = async (filter: object = {}) =>
  (await listSecurityEvents(ctx, { limit: 100, ...filter })).items;
const logged = () => log.mock.calls.map(([line]) => JSON.parse(String(line)));

test('an event is listed with its time, actor, network and detail', async () => {
  await record('permission_denied');
  const [event] = await list();
  expect(event).toMatchObject({
    kind: 'permission_denied',
    actor: { type: 'user', id: ctx.actor.id, name: 'Test owner' },
    target: null,
    network: '192.0.2.1',
    detail: 'POST /api/sites',
  });
  expect(Math.abs(Date.now() - Date.parse(event?.at ?? ''))).toBeLessThan(60_000);
});

test('an event is one line of JSON in the log, with ids and no names', async () => {
  await record('log_in');
  expect(logged()).toEqual([
    {
      time: expect.stringMatching(/Z$/),
      security_event: 'log_in',
      company_id: ctx.companyId,
      actor: `user:${ctx.actor.id}`,
      network: '192.0.2.1',
      detail: 'POST /api/sites',
      request_id: expect.any(String),
    },
  ]);
});

test('an event of no known company is a line in the log and no row', async () => {
  const count = async () => (await owner`select count(*)::int as n from security_events`)[0]?.n;
  const before = await count();
  await record('log_in_failed', '192.0.2.1', null);
  expect(await count()).toBe(before);
  expect(logged()).toMatchObject([{ security_event: 'log_in_failed', company_id: null }]);
});

describe('the list', () => {
  test('is newest first, in pages, of one kind or a span of time', async () => {
    const kinds: Kind[] = ['log_in', 'log_out', 'log_in'];
    for (const kind of kinds) await record(kind);
    const first = await listSecurityEvents(ctx, { limit: 2 });
    expect(first.items.map(({ kind }) => kind)).toEqual(['log_in', 'log_out']);
    const cursor = first.next_cursor ?? undefined;
    const rest = await listSecurityEvents(ctx, { limit: 2, cursor });
    expect(rest.items).toHaveLength(1);
    expect(rest.next_cursor).toBeNull();
    expect(await list({ kind: 'log_out' })).toHaveLength(1);
    expect(await list({ from: new Date(Date.now() + 60_000) })).toHaveLength(0);
    expect(await list({ to: new Date(Date.now() - 60_000) })).toHaveLength(0);
    expect(await list({ from: new Date(Date.now() - 60_000) })).toHaveLength(3);
  });

  test('shows a person who has left without a name', async () => {
    await record('log_in');
    await owner`delete from memberships where user_id = ${ctx.actor.id}`;
    expect((await list())[0]?.actor).toEqual({ type: 'user', id: ctx.actor.id, name: null });
  });

  test('is kept from managers, from keys without the scope, and from other companies', async () => {
    await record('log_in');
    const manager = await testCtx({ role: 'manager', companyId: ctx.companyId });
    await expect(listSecurityEvents(manager, { limit: 1 })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const key: Ctx = { ...ctx, actor: { type: 'api_key', id: newId(), scopes: ['sites.read'] } };
    await expect(listSecurityEvents(key, { limit: 1 })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await listSecurityEvents(await testCtx(), { limit: 1 })).items).toEqual([]);
  });
});

describe('a company cannot be flooded', () => {
  test('with refusals of one network: ten of a kind are kept in a minute, and logged', async () => {
    // In two windows at most: the count begins anew with each minute.
    for (let i = 0; i < 25; i++) await record('log_in_failed');
    const kept = await list();
    expect(kept.length).toBeGreaterThanOrEqual(10);
    expect(kept.length).toBeLessThanOrEqual(20);
    expect(logged()).toHaveLength(kept.length);
    await record('log_in_throttled');
    await record('log_in_failed', '198.51.100.1');
    expect(await list()).toHaveLength(kept.length + 2);
  });

  test('with refusals of many networks: a hundred of a kind are kept in an hour', async () => {
    for (let i = 0; i < 230; i++) await record('permission_denied', `198.51.100.${i}`);
    const [row] = await owner.begin(async (tx) => {
      await tx`select set_config('app.company_id', ${ctx.companyId}, true)`;
      return tx`select count(*)::int as n from security_events`;
    });
    expect(row?.n).toBeGreaterThanOrEqual(100);
    expect(row?.n).toBeLessThanOrEqual(200);
  });

  test('and what people do themselves is all kept', async () => {
    for (let i = 0; i < 15; i++) await record('log_in');
    expect(await list()).toHaveLength(15);
  });
});

test('the runtime role can neither change nor delete an event', async () => {
  await record('log_in');
  const denied = { code: '42501' };
  for (const statement of [
    'delete from security_events',
    'update security_events set network = 1',
  ]) {
    await expect(db.query((sql) => sql.unsafe(statement))).rejects.toMatchObject(denied);
  }
});
