import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { testCtx } from '../../db/testing/index.ts';
import { type TenantTx, withTenant } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import { getCalculatorConfig } from './get-calculator-config.ts';
import { listServices } from './list-services.ts';
import { publishCalculatorConfig } from './publish-calculator-config.ts';
import { insertConfig } from './queries.ts';
import { testConfig, testConfigInput } from './testing.ts';
import { actingAs, companyWithPrices, inRole } from './testing-db.ts';

const renamed = (name: string) => testConfigInput({ name });

test('a price list is published, with its defaults filled in, by somebody', async () => {
  const ctx = await testCtx();
  const view = await publishCalculatorConfig(ctx, { baseVersion: 0, config: testConfigInput() });
  expect(view).toMatchObject({ version: 1, config: testConfig(), created_by: ctx.actor.id });
  expect(await getCalculatorConfig(ctx)).toEqual(view);
});

test('a change is a new version, and the old one can still be read', async () => {
  const ctx = await companyWithPrices(renamed('Old'));
  await publishCalculatorConfig(ctx, { baseVersion: 1, config: renamed('New') });
  const nameOf = async (version?: number) =>
    (await getCalculatorConfig(ctx, { version })).config.services[0]?.name;
  expect([await nameOf(), await nameOf(2), await nameOf(1)]).toEqual(['New', 'New', 'Old']);
  expect((await listServices(ctx)).items.map((service) => service.name)).toEqual(['New']);
  await expect(nameOf(3)).rejects.toMatchObject({ code: 'not_found' });
});

test('a change made on a version that is not in force any more is refused', async () => {
  const ctx = await companyWithPrices();
  for (const baseVersion of [0, 2]) {
    const late = publishCalculatorConfig(ctx, { baseVersion, config: renamed('Late') });
    await expect(late).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('It is at version 1 now.'),
    });
  }
});

test('of two at the same moment the later one is refused', async () => {
  const ctx = await companyWithPrices();
  let late: Promise<unknown> | undefined;
  await withTenant(ctx, async (tx) => {
    const row = { companyId: ctx.companyId, id: newId(), version: 2, config: testConfig() };
    await insertConfig(tx, row);
    late = publishCalculatorConfig(ctx, { baseVersion: 1, config: renamed('Late') });
    late.catch(() => {});
    await someoneWaits(tx); // it has read version 1 and now hangs on the version 2 written here
  });
  await expect(late).rejects.toMatchObject({ code: 'conflict' });
  expect((await getCalculatorConfig(ctx)).config.services[0]?.name).toBe('Work');
});

/** Until a connection waits for a lock of this transaction. */
async function someoneWaits(tx: TenantTx): Promise<void> {
  const waiting = sql`select 1 from pg_stat_activity
    where pg_backend_pid() = any(pg_blocking_pids(pid))`;
  while ((await tx.execute(waiting)).length === 0) await sleep(5);
}

test('a price list with mistakes is refused with the place of each, and the old one stays', async () => {
  const ctx = await companyWithPrices();
  const config = testConfigInput({ derived: [{ id: 'half', formula: 'size / 0' }] });
  await expect(publishCalculatorConfig(ctx, { baseVersion: 1, config })).rejects.toMatchObject({
    code: 'calculator_config_invalid',
    details: {
      fields: [
        {
          path: 'services[0].derived[0].formula',
          message: expect.stringContaining('division by zero'),
        },
      ],
    },
  });
  expect((await getCalculatorConfig(ctx)).version).toBe(1);
});

test('a company without a price list is told so', async () => {
  const ctx = await testCtx();
  await expect(getCalculatorConfig(ctx)).rejects.toMatchObject({
    code: 'calculator_not_configured',
  });
  await expect(listServices(ctx)).rejects.toMatchObject({ code: 'calculator_not_configured' });
});

test('an API key publishes in nobody’s name', async () => {
  const ctx = await companyWithPrices();
  const key = actingAs(ctx, { type: 'api_key', id: newId(), scopes: ['calculator.write'] });
  const view = await publishCalculatorConfig(key, { baseVersion: 1, config: renamed('Key') });
  expect(view.created_by).toBeNull();
  await expect(getCalculatorConfig(key)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(listServices(key)).rejects.toMatchObject({ code: 'forbidden' });
});

test('sales and analysts may read prices but not set them', async () => {
  const ctx = await companyWithPrices();
  for (const role of ['sales', 'analyst'] as const) {
    const someone = inRole(ctx, role);
    const change = publishCalculatorConfig(someone, { baseVersion: 1, config: renamed('Cheap') });
    await expect(change).rejects.toMatchObject({ code: 'forbidden' });
    expect((await getCalculatorConfig(someone)).version).toBe(1);
  }
});
