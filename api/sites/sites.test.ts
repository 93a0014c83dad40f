import { beforeEach, describe, expect, test } from 'vitest';
import { testCtx } from '../../db/testing/index.ts';
import type { Ctx, Role } from '../context.ts';
import { newId } from '../platform/ids.ts';
import { createSite } from './create-site.ts';
import { deleteSite } from './delete-site.ts';
import { getSite } from './get-site.ts';
import { listSites } from './list-sites.ts';
import { updateSite } from './update-site.ts';

const notFound = { code: 'not_found' };
const forbidden = { code: 'forbidden' };
let ctx: Ctx;

beforeEach(async () => {
  ctx = await testCtx();
});

test('a new site has a key of its own and the usual look', async () => {
  const [one, other] = await Promise.all([
    createSite(ctx, { name: 'One' }),
    createSite(ctx, { name: 'Dos', locale: 'es', consent_text: '' }),
  ]);
  expect(one).toMatchObject({
    accent: '#1d6b57',
    position: 'right',
    locale: 'en',
    allowed_origins: [],
  });
  expect(one.publishable_key).toMatch(/^pk_[a-z2-7]{40}$/);
  expect(other.publishable_key).not.toBe(one.publishable_key);
  expect(other.greeting).toContain('¡Hola!');
  expect(other.consent_text).toBeNull();
  expect(await getSite(ctx, one.id)).toEqual(one);
});

test('sites are listed newest first, page by page, without gaps', async () => {
  const made = [];
  for (const name of ['a', 'b', 'c', 'd', 'e']) made.push((await createSite(ctx, { name })).id);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listSites(ctx, { limit: 2, cursor });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual(made.reverse());
});

test('a change touches what is given only', async () => {
  const before = await createSite(ctx, {
    name: 'Shop',
    starters: ['Hi'],
    consent_text: 'We listen.',
  });
  const after = await updateSite(ctx, before.id, { accent: '#112233', consent_text: '' });
  const { updated_at: _, ...rest } = before;
  expect(after).toMatchObject({ ...rest, accent: '#112233', consent_text: null });
  expect(Date.parse(after.updated_at)).toBeGreaterThanOrEqual(Date.parse(before.updated_at));
});

test('a deleted site is gone from everywhere', async () => {
  const { id } = await createSite(ctx, { name: 'Old' });
  await deleteSite(ctx, id);
  await expect(getSite(ctx, id)).rejects.toMatchObject(notFound);
  await expect(updateSite(ctx, id, { name: 'New' })).rejects.toMatchObject(notFound);
  await expect(deleteSite(ctx, id)).rejects.toMatchObject(notFound);
  expect((await listSites(ctx, { limit: 10 })).items).toEqual([]);
});

describe("another company's site", () => {
  test('cannot be seen, changed or deleted', async () => {
    const { id } = await createSite(ctx, { name: 'Mine' });
    const stranger = await testCtx();
    await expect(getSite(stranger, id)).rejects.toMatchObject(notFound);
    await expect(updateSite(stranger, id, { name: 'x' })).rejects.toMatchObject(notFound);
    await expect(deleteSite(stranger, id)).rejects.toMatchObject(notFound);
    expect((await listSites(stranger, { limit: 10 })).items).toEqual([]);
    expect((await getSite(ctx, id)).name).toBe('Mine');
  });
});

describe.each<[Role, boolean]>([
  ['owner', true],
  ['manager', true],
  ['sales', false],
  ['analyst', false],
])('%s', (role, mayWrite) => {
  test(`reads sites and ${mayWrite ? 'writes' : 'does not write'} them`, async () => {
    const { id } = await createSite(ctx, { name: 'Shop' });
    const actor = await testCtx({ role, companyId: ctx.companyId });
    expect((await getSite(actor, id)).id).toBe(id);
    expect((await listSites(actor, { limit: 5 })).items).toHaveLength(1);
    for (const write of [
      () => createSite(actor, { name: 'Mine' }),
      () => updateSite(actor, id, { name: 'Changed' }),
      () => deleteSite(actor, id),
    ]) {
      if (mayWrite) await write();
      else await expect(write()).rejects.toMatchObject(forbidden);
    }
  });
});

test('a visitor and a key without the scope may nothing', async () => {
  const visitor: Ctx = {
    ...ctx,
    actor: { type: 'visitor', id: newId(), siteId: newId(), sessionId: newId() },
  };
  const key: Ctx = { ...ctx, actor: { type: 'api_key', id: newId(), scopes: ['sites.write'] } };
  await expect(listSites(visitor, { limit: 1 })).rejects.toMatchObject(forbidden);
  await expect(listSites(key, { limit: 1 })).rejects.toMatchObject(forbidden);
  expect((await createSite(key, { name: 'By key' })).name).toBe('By key');
});
