import { Hono } from 'hono';
import { beforeEach, expect, test } from 'vitest';
import { fileDatabase } from '../../../db/testing/index.ts';
import type { Database } from '../database/connect.ts';
import type { AppEnv } from './app-env.ts';
import { endRequestDb, requestDb } from './request-db.ts';

const { database } = await fileDatabase();
let used: Database[];
let pending: Promise<unknown>[];

const app = new Hono<AppEnv>();
app.onError((error, c) => c.text(error.message, 500));
app.use(endRequestDb);
app.get('/twice', async (c) => {
  used = [requestDb(c), requestDb(c)];
  const [row] = await requestDb(c).query((sql) => sql`select 1 as one`);
  return c.json(row ?? {});
});
app.get('/fails', (c) => {
  used = [requestDb(c)];
  throw new Error('broken');
});
app.get('/without', (c) => c.text('no database'));

const get = (path: string) => {
  const waitUntil = (work: Promise<unknown>) => pending.push(work);
  const execution = { waitUntil, passThroughOnException: () => {}, props: {} };
  const env = { HYPERDRIVE: { connectionString: database.appUrl } };
  return app.request(path, undefined, env, execution as never);
};

beforeEach(() => {
  used = [];
  pending = [];
});

test('a request has one client, which is closed behind its answer', async () => {
  const response = await get('/twice');
  expect(await response.json()).toEqual({ one: 1 });
  expect(used[0]).toBe(used[1]);
  expect(pending).toHaveLength(1);
  await Promise.all(pending);
  const closed = used[0] as Database;
  await expect(closed.query((sql) => sql`select 1`)).rejects.toMatchObject({
    code: 'database_unavailable',
  });
});

test('the client is closed when the request fails', async () => {
  expect((await get('/fails')).status).toBe(500);
  expect(pending).toHaveLength(1);
});

test('a request that needs no database opens none', async () => {
  expect((await get('/without')).status).toBe(200);
  expect(pending).toHaveLength(0);
});

test('each request has a client of its own', async () => {
  await get('/twice');
  const [first] = used;
  await get('/twice');
  expect(used[0]).not.toBe(first);
  await Promise.all(pending);
});
