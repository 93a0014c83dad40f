import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attackTable, type TenantTable, tenantTables } from './testing/attack-table.ts';
import { type TestDatabase, testDatabase } from './testing/index.ts';
import { insertSampleCompany, sampledTables } from './testing/tenant-rows.ts';

interface Policy {
  table: string;
  name: string;
  command: string;
  using: string | null;
  check: string | null;
}

let database: TestDatabase;
let superuser: postgres.Sql;
let app: postgres.Sql;
let tables: TenantTable[];
let attacker: string;
let victim: string;

beforeAll(async () => {
  database = await testDatabase();
  superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
  app = postgres(database.appUrl, { max: 1, onnotice: () => {} });
  tables = await tenantTables(superuser);
  victim = await insertSampleCompany(superuser);
  attacker = await insertSampleCompany(superuser);
});

afterAll(async () => {
  await Promise.all([superuser.end(), app.end()]);
  await database.close();
});

const attack = (table: TenantTable) => attackTable(app, table, { attacker, victim });

async function attackAll(): Promise<string[]> {
  const findings: string[] = [];
  for (const table of tables) findings.push(...(await attack(table)));
  return findings;
}

describe('row-level security', () => {
  test('every table of a company is known to this test', () => {
    expect(tables.map(({ name }) => name).sort()).toEqual(sampledTables().sort());
  });

  test('every table of a company is under it, the owner too, and has no owner who could bypass it', async () => {
    const open = await superuser`
      select relname from pg_class
      where relname in ${superuser(tables.map(({ name }) => name))} and relkind = 'r'
        and not (relrowsecurity and relforcerowsecurity)`;
    expect([...open]).toEqual([]);
    const strong = await superuser`
      select rolname from pg_roles
      where rolname in ('tradesphere_app', 'tradesphere_owner') and (rolsuper or rolbypassrls)`;
    expect([...strong]).toEqual([]);
  });

  test('another company can read, write, move and delete nothing, and the company itself can work', async () => {
    expect(await attackAll()).toEqual([]);
  });

  test('no key and no foreign key of a tenant table leaves the company out', async () => {
    const names = tables.map(({ name }) => name).filter((name) => name !== 'companies');
    const rows = await superuser<{ name: string; definition: string }[]>`
      select conrelid::regclass::text as name, pg_get_constraintdef(oid) as definition
      from pg_constraint
      where conrelid::regclass::text in ${superuser(names)} and contype in ('p', 'f')`;
    const loose = rows
      .filter(({ definition }) => !/^(PRIMARY|FOREIGN) KEY \(company_id/.test(definition))
      .filter(({ definition }) => !/REFERENCES (users|model_prices)\(/.test(definition));
    expect(loose).toEqual([]);
  });

  test('soft-deleted rows are out of sight of their own company', async () => {
    const company = await insertSampleCompany(superuser);
    const soft = tables.filter(({ softDeletes }) => softDeletes);
    for (const { name, companyColumn } of soft.filter(({ name }) => name !== 'companies')) {
      await superuser`update ${superuser(name)} set deleted_at = now()
        where ${superuser(companyColumn)} = ${company}`;
      const seen = await app.begin(async (tx) => {
        await tx`select set_config('app.company_id', ${company}, true)`;
        return tx`select * from ${tx(name)}`;
      });
      expect([name, seen.length]).toEqual([name, 0]);
    }
    await superuser`delete from companies where id = ${company}`;
  });
});

describe('the test above', () => {
  test('fails when any policy is dropped', async () => {
    for (const policy of await tenantPolicies()) {
      await superuser.unsafe(`drop policy ${policy.name} on ${policy.table}`);
      expect([policy, await attack(tableOf(policy))]).not.toEqual([policy, []]);
      await superuser.unsafe(createPolicy(policy));
    }
    expect(await attackAll()).toEqual([]);
  });

  test('fails when any policy is weakened', async () => {
    for (const policy of await tenantPolicies()) {
      await superuser.unsafe(`drop policy ${policy.name} on ${policy.table}`);
      await superuser.unsafe(createPolicy(weakened(policy)));
      expect([policy, await attack(tableOf(policy))]).not.toEqual([policy, []]);
      await superuser.unsafe(`drop policy ${policy.name} on ${policy.table}`);
      await superuser.unsafe(createPolicy(policy));
    }
    expect(await attackAll()).toEqual([]);
  });
});

async function tenantPolicies(): Promise<Policy[]> {
  const policies = await superuser<Policy[]>`
    select tablename as table, policyname as name, cmd as command, qual as using, with_check as check
    from pg_policies where policyname like 'tenant\\_%' order by 1, 2`;
  expect(policies.length).toBeGreaterThan(tables.length);
  return [...policies];
}

function tableOf(policy: Policy): TenantTable {
  const table = tables.find(({ name }) => name === policy.table);
  if (!table) throw new Error(`no tenant table ${policy.table}`);
  return table;
}

const weakened = (policy: Policy): Policy => ({
  ...policy,
  using: policy.using && 'true',
  check: policy.check && 'true',
});

function createPolicy({ table, name, command, using, check }: Policy): string {
  return [
    `create policy ${name} on ${table} for ${command}`,
    using ? `using (${using})` : '',
    check ? `with check (${check})` : '',
  ].join(' ');
}
