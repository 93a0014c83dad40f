import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { chatMessages } from '../../../db/schema/chat.ts';
import { testCtx } from '../../../db/testing/index.ts';
import { boundStatement, sendBound } from './bound-statement.ts';
import { executeInline, oneStatement } from './one-statement.ts';
import { builder, queryOf, SqlTemplate } from './sql-template.ts';
import { inOneTrip } from './tenant-db.ts';

const sum = new SqlTemplate<{ a: number; b: number }>(
  (slot) => sql`${slot('a')}::int + ${slot('b')}::int`,
);
const word = new SqlTemplate<{ text: string | null }>(
  (slot) => sql`select ${slot('text')}::text as said`,
);

test('a template has its text once and its values each time', () => {
  expect(queryOf(sum.fill({ a: 1, b: 2 }))).toEqual({ text: '$1::int + $2::int', params: [1, 2] });
  expect(sum.fill({ a: 1, b: 2 }).shape).toBe(sum.fill({ a: 3, b: 4 }).shape);
});

test("values go through their column's encoder, and what is null stays null", () => {
  const row = new SqlTemplate<typeof chatMessages.$inferInsert>((slot) =>
    builder.insert(chatMessages).values({
      companyId: slot('companyId'),
      sessionId: slot('sessionId'),
      id: slot('id'),
      seq: slot('seq'),
      role: 'visitor',
      text: slot('text'),
      quoteIds: slot('quoteIds'),
      events: slot('events'),
      createdAt: slot('createdAt'),
    }),
  );
  const at = new Date('2026-01-02T03:04:05.678Z');
  const values = { companyId: 'c', sessionId: 's', id: 'i', seq: 1, role: 'visitor' } as const;
  const filled = row.fill({ ...values, text: 'hi', quoteIds: ['q'], events: null, createdAt: at });
  const { params } = queryOf(filled);
  expect(params).toContain('{"q"}');
  expect(params).toContain(at.toISOString());
  expect(params).toContain('visitor');
  expect(params).toContain(null);
  const told = row.fill({ ...values, text: 'hi', quoteIds: [], events: [[1, 'text', 2]] });
  expect(queryOf(told).params).toContain('[[1,"text",2]]');
});

test('templates joined are numbered through, and put together once', () => {
  const joined = () =>
    oneStatement([word.fill({ text: 'x' })], {
      one: sum.fill({ a: 1, b: 2 }),
      two: sum.fill({ a: 3, b: 4 }),
    });
  expect(queryOf(joined())).toEqual({
    text: 'with w0 as (select $1::text as said) select $2::int + $3::int as "one", $4::int + $5::int as "two"',
    params: ['x', 1, 2, 3, 4],
  });
  expect(queryOf(joined()).text).toBe(queryOf(joined()).text);
});

test('joined with other SQL they say the same', () => {
  const mixed = oneStatement([word.fill({ text: 'x' })], { one: sql`${7}::int` });
  expect(queryOf(mixed)).toEqual({
    text: 'with w0 as (select $1::text as said) select $2::int as "one"',
    params: ['x', 7],
  });
});

test('Postgres answers the same, prepared and with the values in the text', async () => {
  const ctx = await testCtx();
  const nasty = `it's "quoted" \\ $1 'twice''; -- \n ünïcode`;
  const writes = [word.fill({ text: nasty })];
  const select = { total: sum.fill({ a: 40, b: 2 }) };
  const prepared = await sendBound(ctx, boundStatement(ctx, writes, select));
  expect(prepared).toMatchObject([{ total: 42 }]);
  const inline = await inOneTrip(ctx, (tx) => executeInline(tx, oneStatement(writes, select)));
  expect(inline).toMatchObject([{ total: 42 }]);
  const [said] = await inOneTrip(ctx, (tx) =>
    executeInline<{ said: string }>(tx, word.fill({ text: nasty })),
  );
  expect(said?.said).toBe(nasty);
});
