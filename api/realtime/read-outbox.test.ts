import { expect, test } from 'vitest';
import { fileDatabase, testCtx } from '../../db/testing/index.ts';
import { connect } from '../platform/database/connect.ts';
import { recordOutbox } from '../platform/database/outbox.ts';
import { inOneTrip, withTenant } from '../platform/database/tenant-db.ts';
import { readOutbox } from './read-outbox.ts';

/** What is read once no transaction holds it back: those of other tests, in the same Postgres, do too. */
async function readAll(...[ctx, since]: Parameters<typeof readOutbox>) {
  const isHeldBack = async () => (await readOutbox(ctx, since)).heldBack;
  await expect.poll(isHeldBack, { timeout: 20_000 }).toBe(false);
  return readOutbox(ctx, since);
}

test('reads what was written after a place, in order, and only its own company', async () => {
  const [ctx, other] = [await testCtx(), await testCtx()];
  const { head } = await readOutbox(ctx, null);
  for (const n of [1, 2, 3]) {
    await inOneTrip(ctx, (tx) => recordOutbox(tx, ctx, 'customer.created', { n }));
    await inOneTrip(other, (tx) => recordOutbox(tx, other, 'customer.created', { n: 'other' }));
  }
  const { news } = await readAll(ctx, head);
  expect(news.map(({ payload }) => payload.n)).toEqual([1, 2, 3]);
  const second = news[1]?.cursor ?? head;
  expect((await readAll(ctx, second)).news.map(({ payload }) => payload.n)).toEqual([3]);
});

test('never steps over a row whose transaction commits late', async () => {
  const ctx = await testCtx();
  const { database } = await fileDatabase();
  const slow = { ...ctx, db: connect(database.appUrl) };
  const { head } = await readOutbox(ctx, null);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let began = () => {};
  const begun = new Promise<void>((resolve) => {
    began = resolve;
  });
  const late = withTenant(slow, async (tx) => {
    await recordOutbox(tx, slow, 'customer.created', { n: 'late' });
    began();
    await held;
  });
  await begun;
  await inOneTrip(ctx, (tx) => recordOutbox(tx, ctx, 'customer.created', { n: 'early' }));
  const during = await readOutbox(ctx, head);
  expect(during.news).toEqual([]);
  expect(during.heldBack).toBe(true);
  letGo();
  await late;
  const after = await readAll(ctx, head);
  expect(after.news.map(({ payload }) => payload.n)).toEqual(['late', 'early']);
  await slow.db.end(1);
});
