import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { testCtx } from '../../../db/testing/index.ts';
import { inOneTrip, withTenant } from './tenant-db.ts';

const ctx = await testCtx();

const raising = (code: string) =>
  `do $$ begin raise exception 'could not extend file' using errcode = '${code}'; end $$`;

const outcome = (work: Promise<unknown>) => work.then(null, ({ code }) => code);

test.each([
  ['53000', 'a resource is exhausted'],
  ['53100', 'the disk is full'],
  ['53200', 'memory is exhausted'],
  ['53300', 'too many connections are open'],
  ['53400', 'a configured limit is exceeded'],
  ['55P03', 'a lock is not available in time'],
  ['57014', 'a statement takes too long'],
  ['25P03', 'a transaction is idle for too long'],
  ['25P04', 'a transaction takes too long'],
])('%s, %s, is database_unavailable', async (code) => {
  const raise = sql.raw(raising(code));
  expect(await outcome(withTenant(ctx, (tx) => tx.execute(raise)))).toBe('database_unavailable');
  expect(await outcome(inOneTrip(ctx, (tx) => tx.execute(raise)))).toBe('database_unavailable');
  expect(await outcome(ctx.db.query((sql) => sql.unsafe(raising(code))))).toBe(
    'database_unavailable',
  );
});

test.each(['22007', '23514', '42501', '55000', 'XX000'])('%s stays what it is', async (code) => {
  const error = await withTenant(ctx, (tx) => tx.execute(sql.raw(raising(code)))).catch((e) => e);
  expect(error.cause ?? error).toMatchObject({ code });
});

test('a statement that outlives statement_timeout is database_unavailable', async () => {
  const slow = withTenant(ctx, async (tx) => {
    await tx.execute(sql`set local statement_timeout = 50`);
    return tx.execute(sql`select pg_sleep(10)`);
  });
  expect(await outcome(slow)).toBe('database_unavailable');
});
