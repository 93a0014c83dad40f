import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../api/platform/ids.ts';
import { rolledBack } from './testing/act-as.ts';
import { type TestDatabase, testDatabase } from './testing/index.ts';
import { insertSampleCompany, sampleSecrets } from './testing/tenant-rows.ts';

let database: TestDatabase;
let superuser: postgres.Sql;
let app: postgres.Sql;
let company: string;
let victim: string;
let stranger: string;

beforeAll(async () => {
  database = await testDatabase();
  superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
  app = postgres(database.appUrl, { max: 1, onnotice: () => {} });
  company = await insertSampleCompany(superuser);
  victim = await insertSampleCompany(superuser);
  const [user] = await superuser`select id from users where email = ${sampleSecrets(victim).email}`;
  stranger = user?.id;
});

afterAll(async () => {
  await Promise.all([superuser.end(), app.end()]);
  await database.close();
});

const denied = { code: '42501' };

describe('the runtime role cannot make a user of another company a member', () => {
  test('by inserting a membership', async () => {
    const insert = rolledBack(
      app,
      company,
      (tx) => tx`insert into memberships (company_id, user_id, role, created_at)
        values (${company}, ${stranger}, 'analyst', '1970-01-01')`,
    );
    await expect(insert).rejects.toMatchObject(denied);
  });

  test('by changing one', async () => {
    const update = rolledBack(
      app,
      company,
      (tx) => tx`update memberships set user_id = ${stranger}`,
    );
    await expect(update).rejects.toMatchObject(denied);
  });
});

const createOwner = (tx: postgres.TransactionSql, email: string) =>
  tx`select create_company_owner(${newId()}, ${email}, 'New', 'none') as made`;

describe('create_company_owner', () => {
  test('makes a new person the owner of a new company', async () => {
    const id = newId();
    const rows = await rolledBack(app, id, async (tx) => {
      await tx`insert into companies (id, name) values (${id}, 'New')`;
      await createOwner(tx, 'new@example.com');
      return tx`select u.email, m.role from memberships m join users u on u.id = m.user_id`;
    });
    expect([...rows]).toEqual([{ email: 'new@example.com', role: 'owner' }]);
  });

  test('makes nobody a member whose address is taken', async () => {
    const id = newId();
    const made = await rolledBack(app, id, async (tx) => {
      await tx`insert into companies (id, name) values (${id}, 'New')`;
      const [row] = await createOwner(tx, sampleSecrets(victim).email);
      return [row?.made, (await tx`select from memberships`).length];
    });
    expect(made).toEqual([false, 0]);
  });

  test('refuses a company that has members, and a transaction without a company', async () => {
    const second = rolledBack(app, company, (tx) => createOwner(tx, 'second@example.com'));
    await expect(second).rejects.toThrow('has members');
    const none = rolledBack(app, null, (tx) => createOwner(tx, 'third@example.com'));
    await expect(none).rejects.toThrow('no company');
  });
});
