import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mockText } from '../../e2e/mock-model/mock-reply.ts';
import { type ModelServer, startModelServer } from '../../e2e/support/model-server.ts';
import { staffClient } from '../../e2e/support/staff-client.ts';
import { joined, WidgetClient } from '../../e2e/support/widget-client.ts';

const VISITORS = 60;
const TEXT = mockText(12).join('');

let world: ModelServer;
beforeAll(async () => {
  world = await startModelServer({}, { vars: { DATABASE_CONNECTIONS: '6' } });
});
afterAll(() => world?.close());

const connections = async () => {
  const [row] = await world.sql<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity
    where usename = 'tradesphere_app' and datname = current_database()`;
  return row?.n ?? 0;
};

describe('one machine', () => {
  test('serves visitors who come and go, and staff, over a fixed number of connections', async () => {
    let most = 0;
    const watch = setInterval(async () => {
      most = Math.max(most, await connections().catch(() => 0));
    }, 50);
    const staff = await staffClient(world.server.url);
    const visits = Array.from({ length: VISITORS }, async () => {
      const visitor = await new WidgetClient(world.server.url).start();
      const answers = [joined(await visitor.say('hi')), joined(await visitor.say('and then?'))];
      await staff('GET', '/api/customers');
      return answers;
    });
    const answers = (await Promise.all(visits)).flat();
    clearInterval(watch);
    expect(answers.filter((text) => text !== TEXT)).toEqual([]);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(6);
  }, 60_000);

  test('goes on after every connection was lost', async () => {
    const visitor = await new WidgetClient(world.server.url).start();
    await visitor.say('hi');
    await world.sql`select pg_terminate_backend(pid) from pg_stat_activity
      where usename = 'tradesphere_app' and datname = current_database()`;
    await expect
      .poll(async () => joined(await visitor.say('still there?').catch(() => [])), {
        timeout: 10_000,
      })
      .toBe(TEXT);
  });
});
