import { beforeAll, describe, expect, test } from 'vitest';
import { getAiBudget } from '../../api/ai-usage/get-ai-budget.ts';
import { logIn } from '../../api/auth/log-in.ts';
import { parseCalculatorConfig } from '../../api/calculator/config.ts';
import { getCompany } from '../../api/companies/get-company.ts';
import type { Ctx } from '../../api/context.ts';
import { findSiteByKey } from '../../api/sites/find-site-by-key.ts';
import { fileDatabase } from '../testing/index.ts';
import { seedDemo } from './demo.ts';
import { DEMO } from './demo-ids.ts';

const { db, owner, database } = await fileDatabase();
const ctx: Ctx = {
  db,
  companyId: DEMO.companyId,
  actor: { type: 'system', id: 'test' },
  requestId: 'test',
  now: () => new Date(),
};
const asDemo = <Row extends object>(statement: string) =>
  owner.begin(async (tx) => {
    await tx`select set_config('app.company_id', ${DEMO.companyId}, true)`;
    return tx.unsafe<Row[]>(statement);
  });

beforeAll(() => seedDemo(database.ownerUrl));

describe('the demo company', () => {
  test.each(['owner', 'manager', 'sales', 'analyst'])('lets its %s log in', async (role) => {
    const input = { email: `${role}@rivera.example`, password: 'demo-password' };
    const source = { network: '192.0.2.1', device: null, requestId: 'test' };
    const identity = await logIn(db, input, source);
    expect(identity.companyId).toBe(DEMO.companyId);
    const [member] = await owner`select role from memberships where user_id = ${identity.userId}`;
    expect(member?.role).toBe(role);
  });

  test('is found by its key, from its own pages only', async () => {
    expect(await findSiteByKey(db, 'pk_demo_rivera')).toMatchObject({
      companyName: 'Rivera Hardscapes',
      allowedOrigins: [],
    });
  });

  test('has a currency, opening hours and a service area', async () => {
    expect(await getCompany(ctx)).toMatchObject({
      currency: 'USD',
      facts: { hours: expect.any(String), area_served: expect.stringContaining('Sacramento') },
    });
  });

  test('does not pretend to have a licence', async () => {
    expect((await getCompany(ctx)).facts.licence).toMatch(/CSLB.*demo/);
  });

  test('may spend 25 dollars a month', async () => {
    expect(await getAiBudget(ctx)).toMatchObject({ monthly_limit_usd: '25.00', spent_usd: '0.00' });
  });

  test('has prices that the calculator takes, and nobody has chatted yet', async () => {
    const [row] = await asDemo<{ config: unknown }>('select config from calculator_configs');
    const ids = parseCalculatorConfig(row?.config).services.map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(3);
    for (const table of ['customers', 'chat_sessions', 'leads', 'calculation_history']) {
      expect(await asDemo(`select 1 from ${table}`)).toHaveLength(0);
    }
  });
});

test('seeding again, also twice at once, changes nothing that somebody changed', async () => {
  await owner`update companies set name = 'Rivera & Daughters' where id = ${DEMO.companyId}`;
  await owner`update sites set accent = '#000000' where id = ${DEMO.siteId}`;
  await Promise.all([seedDemo(database.ownerUrl), seedDemo(database.ownerUrl)]);
  expect((await getCompany(ctx)).name).toBe('Rivera & Daughters');
  expect(await owner`select accent from sites where company_id = ${DEMO.companyId}`).toEqual([
    { accent: '#000000' },
  ]);
  expect(await owner`select 1 from users where email like '%@rivera.example'`).toHaveLength(4);
  expect(await asDemo('select 1 from calculator_configs')).toHaveLength(1);
});
