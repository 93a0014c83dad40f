import { expect, test } from 'vitest';
import { fileDatabase, testCtx } from '../../db/testing/index.ts';
import { createApiKey } from '../api-keys/create-api-key.ts';
import { makeApiKey } from './api-key-token.ts';
import { findApiKey } from './find-api-key.ts';

const { db, owner } = await fileDatabase();

const lastUse = async (id: string): Promise<Date | null> => {
  const [row] = await owner`select last_used_at from api_keys where id = ${id}`;
  return row?.last_used_at;
};

test('a key is found with its company, scopes and what is left of its minute', async () => {
  const ctx = await testCtx();
  const { key, id } = await createApiKey(ctx, { name: 'k', scopes: ['leads.write', 'sites.read'] });
  expect(await findApiKey(db, key, '5')).toMatchObject({
    companyId: ctx.companyId,
    id,
    scopes: ['leads.write', 'sites.read'],
    limit: { remaining: 4, limit: { limit: 5, windowS: 60 } },
  });
});

test('the limit is 600 a minute unless a number is set', async () => {
  const { key } = await createApiKey(await testCtx(), { name: 'k' });
  expect((await findApiKey(db, key))?.limit.limit.limit).toBe(600);
  expect((await findApiKey(db, key, 'many'))?.limit.limit.limit).toBe(600);
});

test('calls at one moment are all counted', async () => {
  const { key } = await createApiKey(await testCtx(), { name: 'k' });
  const counted = () =>
    Promise.all(Array.from({ length: 30 }, () => findApiKey(db, key, '100000')));
  const least = Math.min(...(await counted()).map((found) => found?.limit.remaining ?? 0));
  // Parallel counts may not see each other yet, but the next one sees them all.
  const next = (await findApiKey(db, key, '100000'))?.limit.remaining ?? 0;
  expect(next).toBeLessThan(least);
  const [sum] = await owner`select sum(hits)::int as hits from rate_counters
    where subject = ${`calls-per-key:${(await findApiKey(db, key))?.id}`}`;
  expect(sum?.hits).toBe(32);
});

test('the last use is noted once a minute at most', async () => {
  const { key, id } = await createApiKey(await testCtx(), { name: 'k' });
  expect(await lastUse(id)).toBeNull();
  await findApiKey(db, key);
  const first = await lastUse(id);
  expect(first).toBeInstanceOf(Date);
  await findApiKey(db, key);
  expect(await lastUse(id)).toEqual(first);
  await owner`update api_keys set last_used_at = now() - interval '61 seconds' where id = ${id}`;
  await findApiKey(db, key);
  expect(Date.now() - ((await lastUse(id))?.getTime() ?? 0)).toBeLessThan(30_000);
});

test('a key that was never made is not found', async () => {
  expect(await findApiKey(db, makeApiKey())).toBeNull();
  expect(await findApiKey(db, 'sk_nonsense')).toBeNull();
});
