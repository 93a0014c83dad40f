import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { customerAuditLog } from '../../db/schema/customers.ts';
import { fileDatabase, testCtx } from '../../db/testing/index.ts';
import type { Ctx } from '../context.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import { findBrokenAuditRow } from './find-broken-row.ts';
import { recordAudit } from './record-audit.ts';

const write = (ctx: Ctx, action: string) =>
  withTenant(ctx, async (tx) => {
    await recordAudit(tx, ctx, {
      customerId: newId(),
      action,
      before: null,
      after: { b: 'é', a: 1 },
    });
  });
const broken = (ctx: Ctx) => withTenant(ctx, findBrokenAuditRow);

/** As somebody who owns the tables and has put row-level security aside. */
async function tamper(statement: string) {
  const { owner } = await fileDatabase();
  await owner.begin(async (tx) => {
    await tx`alter table customer_audit_log no force row level security`;
    await tx.unsafe(statement);
    await tx`alter table customer_audit_log force row level security`;
  });
}

async function chainOf(actions: string[]) {
  const ctx = await testCtx();
  for (const action of actions) await write(ctx, action);
  return ctx;
}

describe('the audit log', () => {
  test('numbers each company by itself and seals each row with the hash before it', async () => {
    const ctx = await chainOf(['one', 'two', 'three']);
    await chainOf(['elsewhere']);
    const rows = await withTenant(ctx, (tx) =>
      tx.select().from(customerAuditLog).orderBy(customerAuditLog.seq),
    );
    expect(rows.map(({ seq, action }) => [seq, action])).toEqual([
      [1, 'one'],
      [2, 'two'],
      [3, 'three'],
    ]);
    expect(rows.map(({ prevHash }) => prevHash)).toEqual(['', rows[0]?.hash, rows[1]?.hash]);
    expect(rows[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await broken(ctx)).toBeNull();
  });

  test('keeps its order when many write at once', async () => {
    const ctx = await testCtx();
    await Promise.all(Array.from({ length: 12 }, (_, i) => write(ctx, `n${i}`)));
    expect(await broken(ctx)).toBeNull();
  });

  test('does not take a number or a hash from the writer', async () => {
    const ctx = await chainOf(['one']);
    await withTenant(ctx, (tx) =>
      tx.insert(customerAuditLog).values({
        companyId: ctx.companyId,
        id: newId(),
        customerId: newId(),
        action: 'forged',
        actorType: 'user',
        actorId: 'x',
        seq: 77,
        prevHash: 'none',
        hash: 'none',
        createdAt: new Date(0),
      }),
    );
    expect(await broken(ctx)).toBeNull();
  });

  test.each([
    ['a changed value', `update customer_audit_log set after = '{"a": 2}' where seq = 2`, 2],
    ['a changed actor', `update customer_audit_log set actor_id = 'someone' where seq = 1`, 1],
    [
      'a moved time',
      `update customer_audit_log set created_at = created_at + interval '1 second' where seq = 3`,
      3,
    ],
    ['a missing row', `delete from customer_audit_log where seq = 2`, 3],
    ['a missing beginning', `delete from customer_audit_log where seq = 1`, 2],
    [
      'a row hashed anew',
      `update customer_audit_log r set action = 'x', hash = audit_hash(row(r.company_id, r.id, r.seq, r.customer_id, 'x', r.actor_type, r.actor_id, r.before, r.after, r.prev_hash, '', r.created_at)::customer_audit_log) where seq = 2`,
      3,
    ],
    [
      'a last row hashed anew',
      `update customer_audit_log r set action = 'x', hash = audit_hash(row(r.company_id, r.id, r.seq, r.customer_id, 'x', r.actor_type, r.actor_id, r.before, r.after, r.prev_hash, '', r.created_at)::customer_audit_log) where seq = 3`,
      3,
    ],
    ['a missing end', `delete from customer_audit_log where seq = 3`, 3],
    ['a log cut off', `delete from customer_audit_log where seq > 1`, 2],
    ['a log that is gone', `delete from customer_audit_log`, 1],
    [
      'a row put behind the end past the seal',
      `alter table customer_audit_log disable trigger seal;
       insert into customer_audit_log (company_id, id, seq, customer_id, action, actor_type, actor_id, prev_hash)
         select company_id, gen_random_uuid(), 4, customer_id, 'x', 'user', 'x', hash from customer_audit_log where seq = 3;
       update customer_audit_log r set hash = audit_hash(r) where seq = 4;
       alter table customer_audit_log enable trigger seal`,
      4,
    ],
  ])('shows %s', async (_, statement, seq) => {
    const ctx = await chainOf(['one', 'two', 'three']);
    await tamper(statement);
    expect(await broken(ctx)).toBe(seq);
  });

  test('still shows where it was cut off after it has gone on', async () => {
    const ctx = await chainOf(['one', 'two', 'three']);
    await tamper('delete from customer_audit_log where seq = 3');
    await write(ctx, 'four');
    expect(await broken(ctx)).toBe(4);
  });

  test('knows where logs end that are older than this knowledge', async () => {
    const ctx = await chainOf(['one', 'two']);
    const migration = new URL(
      '../../db/migrations/0013_quoted_and_audit_head.sql',
      import.meta.url,
    );
    const backfill = /insert into audit_heads[^;]*;/.exec(readFileSync(migration, 'utf8'))?.[0];
    await tamper(`delete from audit_heads; ${backfill}`);
    expect(await broken(ctx)).toBeNull();
    await write(ctx, 'three');
    expect(await broken(ctx)).toBeNull();
  });

  test.each([
    "update customer_audit_log set action = 'x'",
    'delete from customer_audit_log',
    "update audit_heads set seq = 0, hash = ''",
    'delete from audit_heads',
    'insert into audit_heads (company_id, seq) values (current_company(), 7)',
    `create temporary table mine (like customer_audit_log);
     create trigger seal before insert on mine for each row execute function seal_audit_row()`,
  ])('the runtime role may not: %s', async (statement) => {
    const ctx = await chainOf(['one']);
    const attempt = withTenant(ctx, (tx) => tx.execute(statement));
    await expect(attempt).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});
