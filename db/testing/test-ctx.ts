import postgres from 'postgres';
import { afterAll } from 'vitest';
import type { Ctx, Role } from '../../api/context.ts';
import type { Database } from '../../api/platform/database/connect.ts';
import { newId } from '../../api/platform/ids.ts';
import { pool } from './pool.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

interface TestCtxOptions {
  /** The role of the user who acts; owner unless told otherwise. */
  role?: Role;
  /** A company made before, to act in it as somebody else. */
  companyId?: string;
}

interface FileDatabase {
  database: TestDatabase;
  /** The runtime role's client, as the verbs get it. */
  db: Database;
  owner: postgres.Sql;
}

const CONNECTIONS = 4; // enough for races, few enough for many files at once

let opened: Promise<FileDatabase> | undefined;

async function open(): Promise<FileDatabase> {
  const database = await testDatabase();
  const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  const db = await pool(database.appUrl, CONNECTIONS);
  return { database, owner, db };
}

/** The one database that all contexts of a test file share; it goes with the file. */
export function fileDatabase(): Promise<FileDatabase> {
  opened ??= open();
  return opened;
}

afterAll(async () => {
  if (!opened) return;
  const { database, db, owner } = await opened;
  await Promise.all([db.end(1), owner.end({ timeout: 1 })]);
  await database.close();
});

async function makeCompany(owner: postgres.Sql): Promise<string> {
  const id = newId();
  await owner`insert into companies (id, name) values (${id}, ${`Company ${id.slice(-6)}`})`;
  return id;
}

async function makeUser(owner: postgres.Sql, companyId: string, role: Role): Promise<string> {
  const id = newId();
  const email = `${role}-${id}@example.com`;
  await owner`insert into users (id, email, name, password_hash)
    values (${id}, ${email}, ${`Test ${role}`}, 'none')`;
  await owner`insert into memberships (company_id, user_id, role)
    values (${companyId}, ${id}, ${role})`;
  return id;
}

/**
 * A context as a route would hand it to a verb: an own company in the file's database, a user of
 * it who acts, and the runtime role's connection.
 */
export async function testCtx(options: TestCtxOptions = {}): Promise<Ctx> {
  const { db, owner } = await fileDatabase();
  const role = options.role ?? 'owner';
  const companyId = options.companyId ?? (await makeCompany(owner));
  const id = await makeUser(owner, companyId, role);
  return {
    db,
    companyId,
    actor: { type: 'user', id, role, name: `Test ${role}` },
    requestId: newId(),
    now: () => new Date(),
  };
}
