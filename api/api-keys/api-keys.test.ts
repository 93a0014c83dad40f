import { beforeEach, describe, expect, test } from 'vitest';
import { fileDatabase, testCtx } from '../../db/testing/index.ts';
import { findApiKey } from '../access/find-api-key.ts';
import { ALL_PERMISSIONS, type Permission, permissionsOf } from '../access/permissions.ts';
import { sha256Hex } from '../access/secrets.ts';
import type { Ctx } from '../context.ts';
import { newId } from '../platform/ids.ts';
import { createApiKey } from './create-api-key.ts';
import { listApiKeys } from './list-api-keys.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import { rotateApiKey } from './rotate-api-key.ts';

const { db, owner } = await fileDatabase();
const forbidden = { code: 'forbidden' };
const notFound = { code: 'not_found' };
let ctx: Ctx;

beforeEach(async () => {
  ctx = await testCtx();
});

/** Somebody who acts by a key of the company with these scopes. */
async function byKey(scopes: Permission[], more: { expires_at?: string } = {}): Promise<Ctx> {
  const { id } = await createApiKey(ctx, { name: 'maker', scopes, ...more });
  return { ...ctx, actor: { type: 'api_key', id, scopes } };
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe('a new key', () => {
  test('is shown once and stored as a hash', async () => {
    const made = await createApiKey(ctx, { name: 'Form', scopes: ['leads.write'] });
    expect(made).toMatchObject({ name: 'Form', scopes: ['leads.write'], last_used_at: null });
    expect(made.key.endsWith(made.last_four)).toBe(true);
    const [row] = await owner`select * from api_keys where id = ${made.id}`;
    expect(row).toMatchObject({ key_hash: sha256Hex(made.key), created_by: ctx.actor.id });
    expect(JSON.stringify(row)).not.toContain(made.key);
    expect(JSON.stringify(await listApiKeys(ctx, { limit: 10 }))).not.toContain(made.key);
  });

  test('may what its maker may, but for keys, members and the security log, unless told', async () => {
    const { scopes } = await createApiKey(ctx, { name: 'All' });
    expect(scopes).toEqual(
      ALL_PERMISSIONS.filter(
        (p) => !['api_keys.write', 'members.write', 'security_events.read'].includes(p),
      ),
    );
  });

  test('cannot do what its maker cannot', async () => {
    const manager = await testCtx({ role: 'manager', companyId: ctx.companyId });
    const beyond = createApiKey(manager, { name: 'x', scopes: ['leads.write', 'members.write'] });
    await expect(beyond).rejects.toMatchObject({
      ...forbidden,
      message: expect.stringContaining('members.write'),
    });
    const own = await createApiKey(manager, { name: 'x', scopes: permissionsOf('manager') });
    expect(own.scopes).toEqual(permissionsOf('manager'));
  });

  test('made by a key has at most the scopes of that', async () => {
    const maker = await byKey(['api_keys.write', 'sites.read']);
    expect((await createApiKey(maker, { name: 'x' })).scopes).toEqual(['sites.read']);
    const beyond = createApiKey(maker, { name: 'x', scopes: ['sites.write'] });
    await expect(beyond).rejects.toMatchObject(forbidden);
  });
});

test('keys are listed newest first, revoked ones too, page by page', async () => {
  const ids = [];
  for (const name of ['a', 'b', 'c']) ids.push((await createApiKey(ctx, { name })).id);
  await revokeApiKey(ctx, ids[1] ?? '');
  const first = await listApiKeys(ctx, { limit: 2 });
  const rest = await listApiKeys(ctx, { limit: 2, cursor: first.next_cursor ?? '' });
  expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids.reverse());
  expect(first.items[1]?.revoked_at).not.toBeNull();
  expect(rest.next_cursor).toBeNull();
});

test('a revoked key is worth nothing; revoking again changes nothing', async () => {
  const { id, key } = await createApiKey(ctx, { name: 'x' });
  await revokeApiKey(ctx, id);
  expect(await findApiKey(db, key)).toBeNull();
  const revokedAt = async () => (await listApiKeys(ctx, { limit: 1 })).items[0]?.revoked_at;
  const before = await revokedAt();
  await revokeApiKey({ ...ctx, now: () => new Date('2030-01-01') }, id);
  expect(await revokedAt()).toBe(before);
  await expect(revokeApiKey(ctx, newId())).rejects.toMatchObject(notFound);
});

describe('a key that was made with another', () => {
  test('names it, and is revoked with it, and so are those made with this one', async () => {
    const parent = await byKey(['api_keys.write', 'sites.read']);
    const child = await createApiKey(parent, { name: 'child', scopes: ['api_keys.write'] });
    const asChild: Ctx = { ...ctx, actor: { type: 'api_key', id: child.id, scopes: child.scopes } };
    const grandchild = await createApiKey(asChild, { name: 'g', scopes: ['api_keys.write'] });
    expect([child.parent_id, grandchild.parent_id]).toEqual([parent.actor.id, child.id]);
    await revokeApiKey(ctx, parent.actor.id);
    expect(await findApiKey(db, child.key)).toBeNull();
    expect(await findApiKey(db, grandchild.key)).toBeNull();
    await expect(createApiKey(asChild, { name: 'late' })).rejects.toMatchObject({
      code: 'api_key_invalid',
    });
  });

  test('lives no longer than that', async () => {
    const parent = await byKey(['api_keys.write'], { expires_at: inDays(10) });
    const scopes: Permission[] = ['api_keys.write'];
    const child = await createApiKey(parent, { name: 'x', scopes });
    expect(Date.parse(child.expires_at ?? '')).toBeCloseTo(Date.parse(inDays(10)), -5);
    const shorter = await createApiKey(parent, { name: 'x', scopes, expires_at: inDays(5) });
    expect(Date.parse(shorter.expires_at ?? '')).toBeCloseTo(Date.parse(inDays(5)), -5);
    const longer = createApiKey(parent, { name: 'x', scopes, expires_at: inDays(11) });
    await expect(longer).rejects.toMatchObject(forbidden);
  });
});

describe('an expiry', () => {
  test('is none unless given', async () => {
    expect((await createApiKey(ctx, { name: 'x' })).expires_at).toBeNull();
  });

  test('ends the key, which cannot be rotated back to life', async () => {
    const { id, key } = await createApiKey(ctx, { name: 'x', expires_at: inDays(1) });
    expect(await findApiKey(db, key)).not.toBeNull();
    await owner`update api_keys set expires_at = now() where id = ${id}`;
    expect(await findApiKey(db, key)).toBeNull();
    await expect(rotateApiKey(ctx, id)).rejects.toMatchObject(notFound);
  });
});

test('a key revokes no key that may do more than itself; a manager may revoke any', async () => {
  const strong = await createApiKey(ctx, { name: 'x', scopes: ['members.write'] });
  const weak = await byKey(['api_keys.write']);
  await expect(revokeApiKey(weak, strong.id)).rejects.toMatchObject(forbidden);
  expect(await findApiKey(db, strong.key)).not.toBeNull();
  await revokeApiKey(weak, weak.actor.id);
  await revokeApiKey(await testCtx({ role: 'manager', companyId: ctx.companyId }), strong.id);
  expect(await findApiKey(db, strong.key)).toBeNull();
});

describe('rotating', () => {
  test('gives a new secret to the same key and ends the old one', async () => {
    const old = await createApiKey(ctx, { name: 'x', scopes: ['sites.read'] });
    await findApiKey(db, old.key);
    const fresh = await rotateApiKey(ctx, old.id);
    expect(fresh).toMatchObject({
      id: old.id,
      name: 'x',
      scopes: ['sites.read'],
      last_used_at: null,
    });
    expect(await findApiKey(db, old.key)).toBeNull();
    expect(await findApiKey(db, fresh.key)).toMatchObject({ id: old.id });
  });

  test('does not bring a revoked key back', async () => {
    const { id } = await createApiKey(ctx, { name: 'x' });
    await revokeApiKey(ctx, id);
    await expect(rotateApiKey(ctx, id)).rejects.toMatchObject(notFound);
    await expect(rotateApiKey(ctx, newId())).rejects.toMatchObject(notFound);
  });

  test('is no way to a secret that may more than oneself', async () => {
    const strong = await createApiKey(ctx, { name: 'x', scopes: ['members.write'] });
    const manager = await testCtx({ role: 'manager', companyId: ctx.companyId });
    await expect(rotateApiKey(manager, strong.id)).rejects.toMatchObject(forbidden);
    expect(await findApiKey(db, strong.key)).not.toBeNull();
  });
});

describe('are kept from', () => {
  const verbs = (actor: Ctx, id: string) => [
    () => createApiKey(actor, { name: 'x', scopes: ['sites.read'] }),
    () => listApiKeys(actor, { limit: 1 }),
    () => rotateApiKey(actor, id),
    () => revokeApiKey(actor, id),
  ];

  test.each(['sales', 'analyst'] as const)('%s', async (role) => {
    const { id } = await createApiKey(ctx, { name: 'x' });
    const actor = await testCtx({ role, companyId: ctx.companyId });
    for (const verb of verbs(actor, id)) await expect(verb()).rejects.toMatchObject(forbidden);
  });

  test('a key without the scope', async () => {
    const { id } = await createApiKey(ctx, { name: 'x' });
    for (const verb of verbs(await byKey(['sites.read']), id)) {
      await expect(verb()).rejects.toMatchObject(forbidden);
    }
  });

  test('another company', async () => {
    const { id } = await createApiKey(ctx, { name: 'x' });
    const stranger = await testCtx();
    await expect(rotateApiKey(stranger, id)).rejects.toMatchObject(notFound);
    await expect(revokeApiKey(stranger, id)).rejects.toMatchObject(notFound);
    expect((await listApiKeys(stranger, { limit: 5 })).items).toEqual([]);
  });
});
