import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './testing/index.ts';

let database: TestDatabase;
let superuser: postgres.Sql;

beforeAll(async () => {
  database = await testDatabase();
  superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
});

afterAll(async () => {
  await superuser.end();
  await database.close();
});

/** Tables without a company: what the runtime role may do there, column by column. */
const SHARED = {
  known_devices: [],
  login_attempts: [],
  model_prices: ['select on every column'],
  rate_counters: [],
  schema_migrations: [],
  users: ['select on created_at, email, id, name'],
};

test('of a table without a company the runtime role has what is written here, and no more', async () => {
  const tables = await superuser<{ name: string; columns: string[]; granted: string[] }[]>`
    select c.relname as name, array_agg(a.attname::text) as columns,
      coalesce(array_agg(verb || ' ' || a.attname order by a.attname) filter (
        where has_column_privilege('tradesphere_app', c.oid, a.attnum, verb)), '{}') as granted
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    cross join unnest(array['select', 'insert', 'update', 'references']) as verb
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and relname <> 'companies'
    group by c.oid, c.relname order by c.relname`;
  const shared = tables.filter(({ columns }) => !columns.includes('company_id'));
  expect(Object.fromEntries(shared.map((table) => [table.name, inWords(table)]))).toEqual(SHARED);
});

function inWords({ columns, granted }: { columns: string[]; granted: string[] }): string[] {
  const verbs = [...new Set(granted.map((grant) => grant.split(' ')[0]))];
  return verbs.map((verb) => {
    const own = granted.filter((grant) => grant.startsWith(`${verb} `));
    const all = own.length === new Set(columns).size;
    return `${verb} on ${all ? 'every column' : own.map((grant) => grant.split(' ')[1]).join(', ')}`;
  });
}

test('the runtime role may empty no table, hang no trigger on one and make nothing in the schema', async () => {
  const grants = await superuser`
    select c.relname, verb from pg_class c
    cross join unnest(array['truncate', 'trigger', 'references']) as verb
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and has_table_privilege('tradesphere_app', c.oid, verb)`;
  expect([...grants]).toEqual([]);
  const [schema] = await superuser`
    select has_schema_privilege('tradesphere_app', 'public', 'create') as may`;
  expect(schema?.may).toBe(false);
});

test('the runtime role owns nothing, is a member of nobody and may not delete what is only hidden', async () => {
  const owned = await superuser`
    select relname from pg_class where relowner = 'tradesphere_app'::regrole
    union all select proname from pg_proc where proowner = 'tradesphere_app'::regrole`;
  expect([...owned]).toEqual([]);
  const memberships = await superuser`
    select roleid::regrole::text from pg_auth_members where member = 'tradesphere_app'::regrole`;
  expect([...memberships]).toEqual([]);
  const deletable = await superuser`
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and a.attname = 'deleted_at'
      and has_table_privilege('tradesphere_app', c.oid, 'delete')`;
  expect([...deletable]).toEqual([]);
});

test('the runtime role may draw numbers and not set them, and no view looks past the policies', async () => {
  const settable = await superuser`
    select sequencename from pg_sequences
    where schemaname = 'public' and has_sequence_privilege('tradesphere_app', sequencename, 'update')`;
  expect([...settable]).toEqual([]);
  const views = await superuser`
    select relname from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
      and not coalesce(reloptions, '{}') @> array['security_invoker=true']`;
  expect([...views]).toEqual([]);
});
