import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CountingProxy, countingProxy } from '../../db/testing/counting-proxy.ts';
import { type ModelServer, startModelServer } from '../../e2e/support/model-server.ts';
import { readEvents, WidgetClient } from '../../e2e/support/widget-client.ts';

const ONE_WAY_MS = 40; // a busy workerd that writes in two goes is still one flight

let proxy: CountingProxy;
let world: ModelServer;
let visitor: WidgetClient;

beforeAll(async () => {
  const databaseUrl = async (appUrl: string) => {
    proxy = await countingProxy(appUrl, ONE_WAY_MS);
    return proxy.url;
  };
  world = await startModelServer({}, { databaseUrl, shared: false });
  visitor = await new WidgetClient(world.server.url).start();
});
afterAll(async () => {
  await world?.close();
  await proxy?.close();
});

/** Until nothing is under way: while the model thinks, a new connection is readied for the turn's end. */
async function quiet(): Promise<void> {
  for (let seen = -1; seen !== proxy.trips(); ) {
    seen = proxy.trips();
    await new Promise((resolve) => setTimeout(resolve, 5 * ONE_WAY_MS));
  }
}

/**
 * A turn on a database that answers no more than `before` round trips until the model has been asked, and
 * `after` from the middle of its answer on. A Worker that needs more waits in vain.
 */
async function turnWithin({ before, after }: { before: number; after: number }, text: string) {
  const { enqueue, requests } = world.model;
  const asked = requests.length + 1;
  const rest = Promise.withResolvers<void>();
  enqueue({ hold: rest.promise });
  proxy.allow(before);
  const turn = visitor.send(text).then(readEvents);
  await expect.poll(() => requests.length, { timeout: 10_000 }).toBe(asked);
  proxy.allow(Number.POSITIVE_INFINITY);
  await quiet();
  proxy.allow(after);
  rest.resolve();
  expect((await turn).at(-1)?.event).toBe('turn.completed');
  proxy.allow(Number.POSITIVE_INFINITY);
}

test('a room without a connection takes two round trips before the model is asked, and two after', async () => {
  const before = proxy.connections();
  await turnWithin({ before: 2, after: 2 }, 'hi');
  expect(proxy.connections()).toBe(before + 1);
});

test('a room keeps its connection and takes one before and one after', async () => {
  const before = proxy.connections();
  await turnWithin({ before: 1, after: 1 }, 'what are your hours?');
  await turnWithin({ before: 1, after: 1 }, 'and on Sundays?');
  expect(proxy.connections()).toBe(before);
});

test('contact details take a second one after the answer', async () => {
  await turnWithin({ before: 1, after: 2 }, "I'm Maria Lopez, 916 555 0134");
  await turnWithin({ before: 1, after: 2 }, 'or maria.lopez@example.com');
  expect(await world.sql`select name from customers`).toEqual([{ name: 'Maria Lopez' }]);
});
