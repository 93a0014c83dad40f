import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { attackTable, type TenantTable, tenantTables } from './testing/attack-table.ts';
import { type TestDatabase, testDatabase } from './testing/index.ts';
import { knockDoors } from './testing/knock-doors.ts';
import { insertSampleCompany, sampledTables } from './testing/tenant-rows.ts';

interface Policy {
  table: string;
  name: string;
  command: string;
  roles: string;
  using: string | null;
  check: string | null;
}

const database: TestDatabase = await testDatabase();
const connect = (url: string) => postgres(url, { max: 1, onnotice: () => {} });
const superuser = connect(database.superuserUrl);
const app = connect(database.appUrl);
const owner = connect(database.ownerUrl);
const tables: TenantTable[] = await tenantTables(superuser);
const victim = await insertSampleCompany(superuser);
const attacker = await insertSampleCompany(superuser);

afterAll(async () => {
  await Promise.all([superuser.end(), app.end(), owner.end()]);
  await database.close();
});

/** Attacks a table, and knocks at the doors that look past its tenant policies. */
async function examine(table: TenantTable): Promise<string[]> {
  const attacked = await attackTable(app, table, { attacker, victim });
  if (!table.hasDoor) return attacked;
  return [...attacked, ...(await knockDoors({ app, owner }, table.name, victim))];
}

async function examineAll(): Promise<string[]> {
  const findings: string[] = [];
  for (const table of tables) findings.push(...(await examine(table)));
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
    expect(await examineAll()).toEqual([]);
  });

  test('no key and no foreign key of a tenant table leaves the company out', async () => {
    const names = tables
      .map(({ name }) => name)
      .filter((name) => name !== 'companies' && name !== 'users');
    const rows = await superuser<{ name: string; definition: string }[]>`
      select conrelid::regclass::text as name, pg_get_constraintdef(oid) as definition
      from pg_constraint
      where conrelid::regclass::text in ${superuser(names)} and contype in ('p', 'f')`;
    const loose = rows
      .filter(({ definition }) => !/^(PRIMARY|FOREIGN) KEY \(company_id/.test(definition))
      .filter(({ definition }) => !/REFERENCES (users|model_prices)\(/.test(definition));
    expect(loose).toEqual([]);
  });
});

describe('the test above', () => {
  const policiesOf = async (table: TenantTable) =>
    (await everyPolicy()).filter((policy) => policy.table === table.name);

  test.each(tables)('fails when any policy of $name is dropped', async (table) => {
    for (const policy of await policiesOf(table)) {
      expect([policy, await foundWithout(policy)]).not.toEqual([policy, []]);
    }
    expect(await examine(table)).toEqual([]);
  });

  test.each(tables)(
    'fails when any policy of $name is weakened, in any of its parts',
    async (table) => {
      for (const policy of await policiesOf(table)) {
        for (const weaker of weakened(policy)) {
          expect([weaker, await foundWithout(policy, weaker)]).not.toEqual([weaker, []]);
        }
      }
      expect(await examine(table)).toEqual([]);
    },
  );
});

/** What is found while the policy is gone, or while another is in its place. */
async function foundWithout(policy: Policy, instead?: Policy): Promise<string[]> {
  const drop = `drop policy ${policy.name} on ${policy.table}`;
  await superuser.unsafe(instead ? `${drop}; ${createPolicy(instead)}` : drop);
  const table = tables.find(({ name }) => name === policy.table);
  const found = table ? await examine(table) : [];
  await superuser.unsafe(`${instead ? `${drop};` : ''} ${createPolicy(policy)}`);
  return found;
}

async function everyPolicy(): Promise<Policy[]> {
  const policies = await superuser<Policy[]>`
    select tablename as table, policyname as name, cmd as command,
      array_to_string(roles, ', ') as roles, qual as using, with_check as check
    from pg_policies where schemaname = 'public' order by 1, 2`;
  expect(new Set(policies.map(({ table }) => table))).toEqual(
    new Set(tables.map(({ name }) => name)),
  );
  return [...policies];
}

/** Each way in which a policy can say less than it does. */
function weakened(policy: Policy): Policy[] {
  const { using, check, roles } = policy;
  const narrow = (condition: string | null) => condition !== null && condition !== 'true';
  const ways: (Policy | false)[] = [
    narrow(using) && { ...policy, using: 'true' },
    narrow(check) && { ...policy, check: 'true' },
    narrow(using) && narrow(check) && { ...policy, using: 'true', check: 'true' },
    roles !== 'public' && { ...policy, roles: 'public' },
    // A row that is deleted, or another company's that is not.
    /deleted_at/.test(using ?? '') && {
      ...policy,
      using: String(using).replace('deleted_at IS NULL', 'true'),
    },
    /deleted_at/.test(using ?? '') && { ...policy, using: 'deleted_at is null' },
  ];
  const weaker = ways.filter((way) => way !== false);
  expect([policy, weaker.length]).not.toEqual([policy, 0]);
  return weaker;
}

function createPolicy({ table, name, command, roles, using, check }: Policy): string {
  return [
    `create policy ${name} on ${table} for ${command} to ${roles}`,
    using ? `using (${using})` : '',
    check ? `with check (${check})` : '',
  ].join(' ');
}
