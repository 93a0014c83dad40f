import type postgres from 'postgres';
import { hashPassword } from '../../api/auth/password/password.ts';
import { DEMO } from './demo-ids.ts';

const PEOPLE = [
  { role: 'owner', name: 'Elena Rivera' },
  { role: 'manager', name: 'Marcus Webb' },
  { role: 'sales', name: 'Sofia Nguyen' },
  { role: 'analyst', name: 'Daniel Okafor' },
];

/** One person for each role: owner@rivera.example and so on, with the demo password. */
export async function seedPeople(tx: postgres.TransactionSql): Promise<void> {
  const rows = PEOPLE.map(({ role, name }, index) => ({
    id: `019aa000-0000-7000-8000-00000000001${index}`,
    email: `${role}@rivera.example`,
    name,
    role,
  }));
  const known = await tx`select 1 from users where id in ${tx(rows.map(({ id }) => id))}`;
  if (known.length === rows.length) return; // hashing takes a while
  const hash = await hashPassword(DEMO.password);
  for (const { id, email, name, role } of rows) {
    await tx`
      insert into users (id, email, name, password_hash) values (${id}, ${email}, ${name}, ${hash})
      on conflict do nothing`;
    await tx`
      insert into memberships (company_id, user_id, role) values (${DEMO.companyId}, ${id}, ${role})
      on conflict do nothing`;
  }
}
