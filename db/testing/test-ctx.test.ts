import { expect, test } from 'vitest';
import { withTenant } from '../../api/platform/database/tenant-db.ts';
import { companies } from '../schema/index.ts';
import { testCtx } from './index.ts';

test('each context acts in a company of its own', async () => {
  const [one, other] = await Promise.all([testCtx(), testCtx({ role: 'sales' })]);
  const seen = await withTenant(one, (tx) => tx.select({ id: companies.id }).from(companies));
  expect(seen).toEqual([{ id: one.companyId }]);
  expect(other.companyId).not.toBe(one.companyId);
  expect(other.actor).toMatchObject({ type: 'user', role: 'sales' });
});

test('a second context can act in the company of the first', async () => {
  const owner = await testCtx();
  const analyst = await testCtx({ role: 'analyst', companyId: owner.companyId });
  expect(analyst.companyId).toBe(owner.companyId);
  expect(analyst.actor.id).not.toBe(owner.actor.id);
});
