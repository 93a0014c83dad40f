import { beforeAll, expect, test } from 'vitest';
import { fileDatabase, testCtx } from '../db/testing/index.ts';
import { cookieOf, testApp } from './access/testing.ts';
import { createApiKey } from './api-keys/create-api-key.ts';
import { apiKeyRoutes } from './api-keys/routes.ts';
import { createApp } from './app.ts';
import { publishCalculatorConfig } from './calculator/publish-calculator-config.ts';
import { calculatorRoutes } from './calculator/routes.ts';
import { starterCalculatorConfig } from './calculator/starter/starter-config.ts';
import type { Ctx } from './context.ts';
import { createCustomer } from './customers/create-customer.ts';
import { deleteCustomer } from './customers/delete-customer.ts';
import { customerRoutes } from './customers/routes.ts';
import { leadRoutes } from './leads/routes.ts';
import { newId } from './platform/ids.ts';
import { siteRoutes } from './sites/routes.ts';

/** Each POST that takes an Idempotency-Key, with a request that is carried out. */
const POSTS: Record<string, (ctx: Ctx) => Promise<{ id?: string; body?: object }>> = {
  '/api/sites': async () => ({ body: { name: 'Patios' } }),
  '/api/api-keys': async () => ({ body: { name: 'Form' } }),
  '/api/api-keys/{id}/rotate': async (ctx) => ({ id: (await createApiKey(ctx, { name: 'k' })).id }),
  '/api/leads': async () => ({ body: { name: 'Maria Lopez', phone: '916 555 0134' } }),
  '/api/customers': async () => ({ body: { name: 'Maria Lopez' } }),
  '/api/customers/{id}/restore': async (ctx) => {
    const { id } = await createCustomer(ctx, { name: 'Gone' });
    await deleteCustomer(ctx, id);
    return { id };
  },
  '/api/calculator/quotes': async () => ({
    body: { service: 'paver_patio', inputs: { area: '500' } },
  }),
};

const { owner } = await fileDatabase();
let send: Awaited<ReturnType<typeof testApp>>;

beforeAll(async () => {
  const routes = [siteRoutes, apiKeyRoutes, leadRoutes, customerRoutes, calculatorRoutes];
  send = await testApp({ authenticated: routes });
});

test('every POST but the chat and the log-in declares the header, and is carried out below', () => {
  const { paths = {} } = createApp().getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 't', version: '1' },
  });
  const posts = Object.entries(paths).filter(
    ([path, item]) => item.post && !/^\/api\/(chat|auth)\//.test(path),
  );
  const declaring = posts.filter(([, item]) =>
    item.post?.parameters?.some((p) => 'name' in p && p.name === 'Idempotency-Key' && !p.required),
  );
  expect(posts.map(([path]) => path).sort()).toEqual(Object.keys(POSTS).sort());
  expect(declaring).toEqual(posts);
});

test.each(Object.keys(POSTS))(
  'POST %s ties its key to the transaction of its effect',
  async (path) => {
    const ctx = await testCtx();
    await publishCalculatorConfig(ctx, { baseVersion: 0, config: starterCalculatorConfig });
    const { id, body } = (await POSTS[path]?.(ctx)) ?? {};
    const cookie = await cookieOf({ id: ctx.actor.id, companyId: ctx.companyId });
    const key = newId();
    const answer = await send('POST', path.replace('{id}', id ?? ''), {
      headers: { Cookie: cookie, 'Idempotency-Key': key },
      ...(body ? { body } : {}),
    });
    expect(answer.status).toBeLessThan(300);
    const [row] = await owner`select fulfilled_at, made from idempotency_keys where key = ${key}`;
    expect(row?.fulfilled_at).toBeInstanceOf(Date);
    expect(Object.values(answer.json)).toContain(row?.made);
  },
);
