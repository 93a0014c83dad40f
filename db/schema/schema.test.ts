import { getTableColumns, is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { testDatabase } from '../testing/index.ts';
import * as schema from './index.ts';

interface Column {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
}

const byName = (a: Column, b: Column) =>
  `${a.table}.${a.column}`.localeCompare(`${b.table}.${b.column}`);

const SERIAL_TYPES: Record<string, string> = { bigserial: 'bigint' };

test('the drizzle schema says what the migrations make', async () => {
  const database = await testDatabase();
  const sql = postgres(database.ownerUrl, { max: 1 });
  const tables = Object.values(schema).filter((value) => is(value, PgTable));
  const declared = tables.flatMap((table): Column[] =>
    Object.values(getTableColumns(table)).map((column) => ({
      table: getTableConfig(table).name,
      column: column.name,
      type: SERIAL_TYPES[column.getSQLType()] ?? column.getSQLType(),
      nullable: !column.notNull,
    })),
  );
  const names = [...new Set(declared.map(({ table }) => table))];
  const made = await sql<Column[]>`
    select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
           not a.attnotnull as nullable
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relname in ${sql(names)}`;
  expect(declared.toSorted(byName)).toEqual([...made].toSorted(byName));
  await sql.end();
  await database.close();
});
