import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { customers } from '../../db/schema/index.ts';
import { fileDatabase, testCtx } from '../../db/testing/index.ts';
import { executeInline } from './database/one-statement.ts';
import { type TenantTx, withTenant } from './database/tenant-db.ts';
import { newId } from './ids.ts';
import { logError } from './log-error.ts';

const SECRET = "maria.o'lopez@example.com\n    at maria's (house:1:2)";

afterEach(() => vi.restoreAllMocks());

/** The line that an error leaves in the log, read. */
function lineOf(error: unknown) {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  logError('r1', error);
  expect(log).toHaveBeenCalledOnce();
  const { request_id, error: line } = JSON.parse(String(log.mock.calls[0]?.[0]));
  expect(request_id).toBe('r1');
  return line;
}

/** What a failing statement is logged as. */
async function logged(work: (tx: TenantTx, companyId: string) => Promise<unknown>) {
  const ctx = await testCtx();
  const error = await withTenant(ctx, (tx) => work(tx, ctx.companyId)).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(Error);
  return lineOf(error);
}

const customer = (companyId: string, id: string) => ({
  companyId,
  id,
  name: SECRET,
  email: SECRET,
});

describe('a statement that fails', () => {
  test('is logged by its shape, its SQLSTATE and the constraint, without what people wrote', async () => {
    const line = await logged(async (tx, companyId) => {
      const id = newId();
      await tx.insert(customers).values(customer(companyId, id));
      await tx.insert(customers).values(customer(companyId, id));
    });
    expect(line).toMatchObject({
      message: expect.stringMatching(/^Failed query: insert into "customers"/),
      cause: { code: '23505', constraint: 'customers_pkey', table: 'customers' },
    });
    expect(JSON.stringify(line)).not.toContain('maria');
  });

  test.each([
    ['a row that a check refuses', { stage: SECRET as never }, '23514'],
    ['a value that is too long', { name: SECRET.repeat(10) as never }, '23514'],
  ])('%s is not repeated', async (_, wrong, code) => {
    const line = await logged((tx, companyId) =>
      tx.insert(customers).values({ ...customer(companyId, newId()), ...wrong }),
    );
    expect(line).toMatchObject({ cause: { code, table: 'customers' } });
    expect(JSON.stringify(line)).not.toContain('maria');
  });

  test('a value that Postgres cannot read is not repeated', async () => {
    const line = await logged((tx) => tx.execute(sql`select ${SECRET}::text::uuid`));
    expect(line).toMatchObject({ cause: { code: '22P02', message: 'a value that does not fit' } });
    expect(JSON.stringify(line)).not.toContain('maria');
  });

  test('values that are written into the statement are left out', async () => {
    const line = await logged((tx) => executeInline(tx, sql`select ${SECRET} from nowhere`));
    expect(line).toMatchObject({ message: "Failed query: select '…' from nowhere" });
    expect(JSON.stringify(line)).not.toMatch(/maria|lopez/);
  });

  test('a door that is asked without drizzle is held to the same', async () => {
    const { db } = await fileDatabase();
    const error = await db
      .query((sql) => sql`select ${SECRET}::text::uuid`)
      .catch((thrown: unknown) => thrown);
    const line = lineOf(error);
    expect(line).toMatchObject({ name: 'PostgresError', code: '22P02' });
    expect(JSON.stringify(line)).not.toContain('maria');
  });
});

test('any other error is told with its cause and where it was thrown', () => {
  const line = lineOf(new TypeError('x is not a function', { cause: new Error('before') }));
  expect(line).toMatchObject({
    name: 'TypeError',
    message: 'x is not a function',
    at: expect.arrayContaining([expect.stringContaining('log-error.test.ts')]),
    cause: { message: 'before' },
  });
});

test('what is thrown and no error is told by its type alone', () => {
  expect(lineOf(SECRET)).toBe('a thrown string');
});
