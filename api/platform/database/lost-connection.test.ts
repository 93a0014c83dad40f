import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CuttingProxy, cuttingProxy } from '../../../db/testing/cutting-proxy.ts';
import { fileDatabase, testCtx } from '../../../db/testing/index.ts';
import type { Ctx } from '../../context.ts';
import { boundStatement, sendBound } from './bound-statement.ts';
import { connect } from './connect.ts';
import { inOneTrip, withTenant } from './tenant-db.ts';

let proxy: CuttingProxy;
let ctx: Ctx;

beforeAll(async () => {
  const { database } = await fileDatabase();
  proxy = await cuttingProxy(database.appUrl);
  ctx = { ...(await testCtx()), db: connect(proxy.url) };
});
afterAll(async () => {
  await ctx.db.end(1);
  await proxy.close();
});

const answers = () => inOneTrip(ctx, (tx) => tx.execute(sql`select 1 as one`));
const lost = { code: 'database_unavailable' };

test('work in the middle of a transaction ends when its connection is lost', async () => {
  const work = withTenant(ctx, async (tx) => {
    await tx.execute(sql`select 1`);
    const waiting = tx.execute(sql`select pg_sleep(60)`);
    proxy.cut();
    return waiting;
  });
  await expect(work).rejects.toMatchObject(lost);
  expect(await answers()).toEqual([{ one: 1 }]);
});

test('what waits behind work that is lost is carried out on a new connection', async () => {
  const held = withTenant(ctx, async (tx) => tx.execute(sql`select pg_sleep(60)`));
  const behind = answers();
  setTimeout(() => proxy.cut(), 50);
  await expect(held).rejects.toMatchObject(lost);
  expect(await behind).toEqual([{ one: 1 }]);
});

test('a commit whose answer is lost is not told as done', async () => {
  await answers();
  proxy.cutAfterCommit();
  await expect(answers()).rejects.toMatchObject(lost);
  expect(await answers()).toEqual([{ one: 1 }]);
});

test('a connection that was lost while nobody used it is made anew', async () => {
  for (let i = 0; i < 3; i++) {
    await answers();
    proxy.cut();
    await expect.poll(() => answers().catch(() => [])).toEqual([{ one: 1 }]);
  }
});

test('a server that ends every connection at once is a database that does not answer', async () => {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `postgres://nobody@127.0.0.1:${port}/none`;
  const deaf = { ...ctx, db: connect(url, { connectMs: 50 }) };
  await expect(withTenant(deaf, async () => {})).rejects.toMatchObject(lost);
  await expect(sendBound(deaf, boundStatement(deaf, []))).rejects.toMatchObject(lost);
  await expect(deaf.db.query((sql) => sql`select 1`)).rejects.toMatchObject(lost);
  server.close();
});
