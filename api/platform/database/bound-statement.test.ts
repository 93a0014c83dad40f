import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sites } from '../../../db/schema/companies.ts';
import {
  type CountingProxy,
  connectThrough,
  countingProxy,
} from '../../../db/testing/counting-proxy.ts';
import { cuttingProxy } from '../../../db/testing/cutting-proxy.ts';
import { fileDatabase, testCtx } from '../../../db/testing/index.ts';
import type { Ctx } from '../../context.ts';
import { newId } from '../ids.ts';
import { boundStatement, sendBound } from './bound-statement.ts';
import { connect } from './connect.ts';
import { outboxWrite } from './outbox.ts';
import { builder } from './sql-template.ts';

let proxy: CountingProxy;
let ctx: Ctx;
let other: Ctx;

// Two companies on one connection.
beforeAll(async () => {
  const { database } = await fileDatabase();
  proxy = await countingProxy(database.appUrl);
  const db = await connectThrough(proxy);
  ctx = { ...(await testCtx()), db };
  other = { ...(await testCtx()), db };
});
afterAll(async () => {
  await ctx.db.end(1);
  await proxy.close();
});

const insertSite = (companyId: string, name: string) =>
  builder.insert(sites).values({
    companyId,
    id: newId(),
    name,
    publishableKey: `pk_${newId()}`,
    greeting: 'Hello',
  });
const settings = {
  company: sql`current_setting('app.company_id')`,
  actor: sql`current_setting('app.actor')`,
  sites: sql`(select array_agg(name) from ${sites})`,
};
interface Seen {
  company: string;
  actor: string;
  sites: string[] | null;
}
const send = (scope: Ctx) => sendBound<Seen>(scope, boundStatement(scope, [], settings));

describe('a bound statement', () => {
  test('writes and sees what is of its company, as its actor', async () => {
    for (const scope of [ctx, other]) {
      const name = `of ${scope.companyId}`;
      await sendBound(scope, boundStatement(scope, [insertSite(scope.companyId, name)]));
      const [seen] = await send(scope);
      expect(seen?.company).toBe(scope.companyId);
      expect(seen?.actor).toBe(`${scope.actor.type}:${scope.actor.id}`);
      expect(seen?.sites).toContain(name);
      expect(seen?.sites?.some((site) => site.startsWith('of ') && site !== name)).toBe(false);
    }
  });

  test('may be on its way together with one of another company', async () => {
    const both = await Promise.all([send(ctx), send(other), send(ctx)]);
    expect(both.map(([seen]) => seen?.company)).toEqual([
      ctx.companyId,
      other.companyId,
      ctx.companyId,
    ]);
  });

  test('leaves nothing bound behind, whether it succeeds or fails', async () => {
    const fails = boundStatement(ctx, [], { nothing: sql`1 / (length(${'x'}) - 1)` });
    await send(ctx);
    await expect(sendBound(ctx, fails)).rejects.toMatchObject({ code: '22012' });
    const [row] = await ctx.db.query(
      (sql) => sql`
      select current_setting('app.company_id', true) as company, (select count(*)::int from sites)`,
    );
    expect(row).toEqual({ company: '', count: 0 });
  });

  test("does not write a row of another company's", async () => {
    const write = boundStatement(ctx, [insertSite(other.companyId, 'theirs')]);
    await expect(sendBound(ctx, write)).rejects.toMatchObject({ code: '42501' });
  });

  test('is carried out whole or not at all', async () => {
    const name = newId();
    const fails = { nothing: sql`1 / (length(${name}) - 36)` };
    const write = boundStatement(ctx, [insertSite(ctx.companyId, name)], fails);
    await expect(sendBound(ctx, write)).rejects.toMatchObject({ code: '22012' });
    expect((await send(ctx))[0]?.sites ?? []).not.toContain(name);
  });

  test('is bound to nothing but an id of a company and of an actor', async () => {
    const nasty = { ...ctx, companyId: "x'; drop table sites; --" };
    expect(() => boundStatement(nasty, [])).toThrow('not a UUID');
    const actor = { type: 'system' as const, id: 'x y' };
    expect(() => boundStatement({ ...ctx, actor }, [])).toThrow('actor');
    const bind = (value: string | null) =>
      ctx.db.query((sql) => sql`select ${value}::tenant_binding`);
    await expect(bind('nobody system:x')).rejects.toMatchObject({ code: '22P02' });
    await expect(bind(null)).rejects.toMatchObject({ code: '23502' });
  });

  test('writes JSON as JSON, also where its client was used for nothing before', async () => {
    const { database } = await fileDatabase();
    const fresh = { ...ctx, db: connect(database.appUrl) };
    const write = outboxWrite(ctx.companyId, 'customer.created', { n: 1 });
    await sendBound(fresh, boundStatement(fresh, [write]));
    const told = { told: sql`(select array_agg(payload ->> 'n') from outbox)` };
    expect(await sendBound(fresh, boundStatement(fresh, [], told))).toMatchObject([
      { told: ['1'] },
    ]);
    await fresh.db.end(1);
  });

  test('is one message to Postgres and one back, when the connection knows it', async () => {
    await send(ctx);
    const before = proxy.trips();
    await send(ctx);
    expect(proxy.trips() - before).toBe(1);
  });

  test.each([
    ['only reads', 'default_transaction_read_only = on'],
    ['is too slow', 'statement_timeout = 50'],
  ])('is refused by a database that %s, and nothing is done', async (_, setting) => {
    const { database } = await fileDatabase();
    const [db, name] = [connect(database.appUrl), newId()];
    const there = { ...ctx, db };
    await db.query((sql) => sql.unsafe(`set ${setting}`));
    const write = insertSite(ctx.companyId, name);
    const sent = sendBound(there, boundStatement(there, [write], { slept: sql`pg_sleep(0.2)` }));
    await expect(sent).rejects.toMatchObject({ code: 'database_unavailable' });
    await db.query((sql) => sql.unsafe('reset all'));
    const [seen] = await send(there);
    expect([seen?.company, seen?.sites?.includes(name) ?? false]).toEqual([ctx.companyId, false]);
    await db.end(1);
  });

  test('fails when its connection is lost, and the next has another one', async () => {
    const { database } = await fileDatabase();
    const cutting = await cuttingProxy(database.appUrl);
    const db = connect(cutting.url);
    const lost = { ...ctx, db };
    const slow = boundStatement(lost, [], { slept: sql`pg_sleep(60)` });
    await send(lost);
    const waiting = sendBound(lost, slow, () => setTimeout(() => cutting.cut(), 50));
    await expect(waiting).rejects.toMatchObject({ code: 'database_unavailable' });
    expect((await send(lost))[0]?.company).toBe(ctx.companyId);
    await db.end(1);
    await cutting.close();
  });
});

test('its answer comes behind its commit: what is checked only then is heard', async () => {
  const { database } = await fileDatabase();
  const superuser = postgres(database.superuserUrl, { max: 1 });
  await superuser.unsafe(`
    create table late (n int, unique (n) deferrable initially deferred);
    grant insert on late to tradesphere_app`);
  const write = () => boundStatement(ctx, [sql`insert into late values (1)`]);
  await sendBound(ctx, write());
  await expect(sendBound(ctx, write())).rejects.toMatchObject({ code: '23505' });
  await superuser.end();
});
