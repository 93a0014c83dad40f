import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sites } from '../../../db/schema/companies.ts';
import {
  type CountingProxy,
  connectThrough,
  countingProxy,
} from '../../../db/testing/counting-proxy.ts';
import { fileDatabase, testCtx } from '../../../db/testing/index.ts';
import type { Ctx } from '../../context.ts';
import { AppError } from '../../errors.ts';
import { newId } from '../ids.ts';
import { connect } from './connect.ts';
import { executeInline, oneStatement } from './one-statement.ts';
import { inOneTrip, inTwoTrips, withTenant } from './tenant-db.ts';

const site = (companyId: string, name = 'Home') => ({
  companyId,
  id: newId(),
  name,
  publishableKey: `pk_${newId()}`,
  greeting: 'Hello',
});

describe('a tenant transaction', () => {
  let ctx: Ctx;
  beforeAll(async () => {
    ctx = await testCtx();
  });

  test('sees its own company only', async () => {
    const other = await testCtx();
    await withTenant(other, (tx) => tx.insert(sites).values(site(other.companyId)));
    const seen = await withTenant(ctx, (tx) => tx.select().from(sites));
    expect(seen.every((row) => row.companyId === ctx.companyId)).toBe(true);
    expect(await withTenant(other, (tx) => tx.select().from(sites))).toHaveLength(1);
  });

  test("refuses to write a row of another company's", async () => {
    const other = await testCtx();
    const write = withTenant(ctx, (tx) => tx.insert(sites).values(site(other.companyId)));
    await expect(write).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  test('leaves nothing behind when the work throws', async () => {
    const name = newId();
    const work = withTenant(ctx, async (tx) => {
      await tx.insert(sites).values(site(ctx.companyId, name));
      throw new AppError('conflict');
    });
    await expect(work).rejects.toMatchObject({ code: 'conflict' });
    const rows = await withTenant(ctx, (tx) => tx.select().from(sites).where(sql`name = ${name}`));
    expect(rows).toHaveLength(0);
  });

  test('leaves nothing behind when one of several pipelined statements fails', async () => {
    const name = newId();
    const work = inOneTrip(ctx, (tx) =>
      Promise.all([
        tx.insert(sites).values(site(ctx.companyId, name)),
        tx.execute(sql`select 1 / (length(${name}) - 36)`),
      ]),
    );
    await expect(work).rejects.toMatchObject({ cause: { code: '22012' } });
    const rows = await inOneTrip(ctx, (tx) => tx.select().from(sites).where(sql`name = ${name}`));
    expect(rows).toHaveLength(0);
  });

  test('does not leak its company to the next one on the same connection', async () => {
    const { database } = await fileDatabase();
    const db = connect(database.appUrl);
    await withTenant({ ...ctx, db }, (tx) => tx.insert(sites).values(site(ctx.companyId)));
    const [row] = await db.query((sql) => sql`select count(*)::int as n from sites`);
    expect(row?.n).toBe(0);
    await db.end(1);
  });

  test('refuses ids that could be anything but ids', async () => {
    const nasty = { ...ctx, companyId: "'; drop table sites; --" };
    await expect(withTenant(nasty, (tx) => tx.select().from(sites))).rejects.toThrow('not a UUID');
    const actor = { type: 'system' as const, id: "x', true); --" };
    await expect(withTenant({ ...ctx, actor }, (tx) => tx.select().from(sites))).rejects.toThrow(
      'actor',
    );
  });

  test('says database_unavailable when nobody answers', async () => {
    const db = connect('postgres://nobody@127.0.0.1:1/none');
    const work = withTenant({ ...ctx, db }, (tx) => tx.select().from(sites));
    await expect(work).rejects.toMatchObject({ code: 'database_unavailable' });
  });

  test('writes values into the text without letting them out of their quotes', async () => {
    const nasty = `it's "quoted" \\ 'twice''; drop table sites; -- \n ünïcode`;
    const [row] = await inOneTrip(ctx, (tx) =>
      executeInline<{ said: string; many: string }>(tx, sql`select ${nasty}::text as said`),
    );
    expect(row?.said).toBe(nasty);
  });
});

describe('round trips', () => {
  let proxy: CountingProxy;
  let ctx: Ctx;
  beforeAll(async () => {
    const { database } = await fileDatabase();
    proxy = await countingProxy(database.appUrl);
    ctx = { ...(await testCtx()), db: await connectThrough(proxy) };
  });
  afterAll(async () => {
    await ctx.db.end(1);
    await proxy.close();
  });

  async function tripsOf(work: () => Promise<unknown>): Promise<number> {
    const before = proxy.trips();
    await work();
    return proxy.trips() - before;
  }
  const insertSite = () =>
    inOneTrip(ctx, (tx) =>
      tx.insert(sites).values(site(ctx.companyId)).returning({ id: sites.id }),
    );

  test('a statement costs three when it is new to the connection, and one from then on', async () => {
    expect(await tripsOf(insertSite)).toBe(3);
    expect(await tripsOf(insertSite)).toBe(1);
  });

  test('a warmed-up statement costs one at its first use', async () => {
    const statement = sql`select count(*) from sites where name = ${'warm'}`;
    const both = async () => {
      const warmUp = () => statement;
      await inOneTrip(ctx, (tx) => executeInline(tx, sql`select 1`), { warmUp });
      await inOneTrip(ctx, (tx) => tx.execute(statement));
    };
    expect(await tripsOf(both)).toBe(2);
  });

  test('values written into the text need no describing', async () => {
    const write = () =>
      inOneTrip(ctx, (tx) =>
        executeInline(tx, oneStatement([tx.insert(sites).values(site(ctx.companyId))])),
      );
    expect(await tripsOf(write)).toBe(1);
  });

  test('gather and write are two', async () => {
    const name = newId();
    const both = () =>
      inTwoTrips(
        ctx,
        (tx) => executeInline(tx, sql`select count(*) from sites`),
        (tx) =>
          executeInline(tx, oneStatement([tx.insert(sites).values(site(ctx.companyId, name))])),
      );
    expect(await tripsOf(both)).toBe(2);
    const rows = await inOneTrip(ctx, (tx) => tx.select().from(sites).where(sql`name = ${name}`));
    expect(rows).toHaveLength(1);
  });
});
