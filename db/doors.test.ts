import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rolledBack } from './testing/act-as.ts';
import { type TestDatabase, testDatabase } from './testing/index.ts';
import { insertSampleCompany, sampleSecrets } from './testing/tenant-rows.ts';

let database: TestDatabase;
let superuser: postgres.Sql;
let app: postgres.Sql;
let company: string;
let other: string;

beforeAll(async () => {
  database = await testDatabase();
  superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
  app = postgres(database.appUrl, { max: 1, onnotice: () => {} });
  company = await insertSampleCompany(superuser);
  other = await insertSampleCompany(superuser);
});

afterAll(async () => {
  await Promise.all([superuser.end(), app.end()]);
  await database.close();
});

/** The functions that run as the owner although their name does not say so: inside of a company. */
const INSIDE = ['gather_lead', 'list_customer_ids'];

/** Named for what they do; they answer before a company is known, or for the maintenance job. */
const NAMED = [
  'begin_log_in',
  'complete_log_in',
  'create_company_owner',
  'delete_old_security_events',
  'fail_log_in',
  'find_rejected_api_key',
  'remember_device',
];

/** A trigger's, which the runtime role sets off and may not execute. */
const TRIGGER = 'seal_audit_row';

describe('a function that runs as the owner', () => {
  test('is a named door, is for the runtime role alone, and looks where it was told to', async () => {
    const doors = await superuser<{ name: string; open: boolean; path: string[]; app: boolean }[]>`
      select proname as name, proconfig as path,
        has_function_privilege('tradesphere_app', p.oid, 'execute') as app,
        exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) g
          where g.grantee = 0) as open
      from pg_proc p where pronamespace = 'public'::regnamespace and prosecdef order by proname`;
    expect(doors.length).toBeGreaterThan(INSIDE.length);
    const wrong = doors.filter(
      ({ name, open, path, app: mayKnock }) =>
        !(name.startsWith('door_') || [...INSIDE, ...NAMED, TRIGGER].includes(name)) ||
        open ||
        mayKnock === (name === TRIGGER) ||
        path?.join() !== 'search_path=pg_catalog, public, pg_temp',
    );
    expect(wrong).toEqual([]);
  });

  test('is not misled by a temporary table of a name that it uses', async () => {
    const [hit] = await rolledBack(app, null, async (tx) => {
      await tx.unsafe(`
        create temporary table rate_counters (
          subject text, window_start timestamptz, shard int, hits int,
          primary key (subject, window_start, shard)
        );
        create function pg_temp.spy() returns trigger language plpgsql
          as $$ begin perform set_config('app.spied_as', current_user, true); return new; end $$;
        create trigger spy before insert on rate_counters
          for each row execute function pg_temp.spy();
        grant all on rate_counters to public;`);
      await tx`select door_count_hit('mine', 60)`;
      return tx`select nullif(current_setting('app.spied_as', true), '') as as_whom`;
    });
    expect(hit).toEqual({ as_whom: null });
  });
});

test('a pinned search path comes with temporary objects last, whoever the function runs as', async () => {
  const loose = await superuser`
    select proname, proconfig from pg_proc
    where pronamespace = 'public'::regnamespace and proconfig is not null
      and not proconfig @> array['search_path=pg_catalog, public, pg_temp']`;
  expect([...loose]).toEqual([]);
});

/** What a door that is opened by a secret tells, asked by somebody of the other company. */
const SECRET_DOORS = {
  door_site: (tx: postgres.TransactionSql, of: string) =>
    tx`select company_id from door_site(${sampleSecrets(of).publishableKey})`,
  begin_log_in: (tx: postgres.TransactionSql, of: string) =>
    tx`select company_id from begin_log_in(${sampleSecrets(of).email}, '192.0.2.1', '')
      where company_id is not null`,
  door_user_session: (tx: postgres.TransactionSql, of: string) =>
    tx`select company_id from door_user_session(${sampleSecrets(of).sessionHash})`,
  door_api_key: (tx: postgres.TransactionSql, of: string) =>
    tx`select company_id from door_api_key(${sampleSecrets(of).apiKeyHash})`,
};

describe.each(Object.entries(SECRET_DOORS))('%s', (_name, ask) => {
  test('tells of the company whose secret it is shown, and of no other', async () => {
    const told = await rolledBack(app, other, (tx) => ask(tx, company));
    expect([...told]).toEqual([{ company_id: company }]);
  });

  test('tells nothing to a secret that nobody has', async () => {
    expect(await rolledBack(app, company, (tx) => ask(tx, 'nobody'))).toHaveLength(0);
  });

  test('tells nothing of a deleted company', async () => {
    const gone = await insertSampleCompany(superuser);
    await superuser`update companies set deleted_at = now() where id = ${gone}`;
    expect(await rolledBack(app, null, (tx) => ask(tx, gone))).toHaveLength(0);
  });
});

test('door_site tells nothing of a deleted site', async () => {
  const gone = await insertSampleCompany(superuser);
  await superuser`update sites set deleted_at = now() where company_id = ${gone}`;
  expect(await rolledBack(app, null, (tx) => SECRET_DOORS.door_site(tx, gone))).toHaveLength(0);
});

test('door_site returns only the id and name of the company', async () => {
  const [site] = await rolledBack(
    app,
    null,
    (tx) => tx`select * from door_site(${sampleSecrets(company).publishableKey})`,
  );
  const ofCompany = ['company_id', 'company_name', 'country', 'currency', 'facts'];
  expect(Object.keys(site ?? {}).filter((name) => ofCompany.includes(name))).toEqual([
    'company_id',
    'company_name',
  ]);
});

test.each(['-1 hour', '-100 years', '0', '59 seconds'])(
  'door_close_abandoned_attempts(%s) leaves the call of a moment ago open',
  async (age) => {
    await superuser`update ai_usage_log set created_at = now() where company_id = ${company}`;
    const pending = await rolledBack(app, null, async (tx) => {
      await tx`select door_close_abandoned_attempts(${age}::interval)`;
      await tx`select set_config('app.company_id', ${company}, true)`;
      return tx`select from ai_usage_log where outcome = 'pending'`;
    });
    expect(pending).toHaveLength(1);
  },
);

/** Functions that read past the policies for the company of the transaction: what each finds of Maria. */
const COMPANY_DOORS = {
  gather_lead: async (tx: postgres.TransactionSql, of: string) => {
    const [known] = await superuser`select id from customers where company_id = ${of}`;
    const asked = { emails: [], phones: [], near_emails: [], near_phones: [], looks: [7] };
    const q = JSON.stringify({ ...asked, customer_id: known?.id });
    const [row] = await tx`select gather_lead(${q}::text::jsonb) -> 'candidates' as found`;
    return row?.found as unknown[];
  },
  list_customer_ids: (tx: postgres.TransactionSql) =>
    tx`select id from list_customer_ids('{"limit": 10, "words": ["maria"]}')`,
};

describe.each(Object.entries(COMPANY_DOORS))('%s', (_name, ask) => {
  beforeAll(async () => {
    await superuser`update customers set look_keys = '{7}'`;
  });

  test("finds its own company's customer", async () => {
    expect(await rolledBack(app, company, (tx) => ask(tx, company))).toHaveLength(1);
  });

  test('finds no customer of another company, not even by id', async () => {
    const empty = await insertSampleCompany(superuser);
    await superuser`delete from leads where company_id = ${empty}`;
    await superuser`delete from customers where company_id = ${empty}`;
    expect(await rolledBack(app, empty, (tx) => ask(tx, company))).toHaveLength(0);
  });

  test('finds no deleted customer', async () => {
    const found = rolledBack(app, company, async (tx) => {
      await tx`update customers set deleted_at = now()`;
      return ask(tx, company);
    });
    expect(await found).toHaveLength(0);
  });

  test('refuses to look without a company', async () => {
    await expect(rolledBack(app, null, (tx) => ask(tx, company))).rejects.toThrow('no company');
  });
});
