import { beforeEach, describe, expect, test } from 'vitest';
import { testCtx } from '../../db/testing/index.ts';
import type { Ctx } from '../context.ts';
import { toProblem } from '../errors.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { createRouter } from '../platform/http/router.ts';
import { newId } from '../platform/ids.ts';
import { reserveAttempt, settleAttempt } from './attempts.ts';
import { aiUsageRoutes } from './routes.ts';
import { place, result, start } from './testing.ts';

let ctx: Ctx;
beforeEach(async () => {
  ctx = await testCtx();
});

async function request(path: string, init: RequestInit = {}) {
  const app = createRouter();
  app.use(async (c, next) => {
    c.set('ctx', ctx);
    await next();
  });
  app.route('/', aiUsageRoutes);
  app.onError((error, c) => {
    const problem = toProblem(error, 'r');
    return c.json(problem, problem.status as 422);
  });
  const response = await app.request(path, init);
  return { status: response.status, body: await response.json() };
}

const put = (body: unknown) =>
  request('/api/ai-budget', {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('GET /api/ai-usage', () => {
  test('has exact costs as decimal strings', async () => {
    await withTenant(ctx, async (tx) => {
      const reservation = await reserveAttempt(
        tx,
        place(),
        newId(),
        start({ model: 'gpt-5-nano' }),
      );
      if (!reservation.ok) throw new Error(reservation.reason);
      const usage = {
        prompt_tokens: 17,
        completion_tokens: 482,
        completion_tokens_details: { reasoning_tokens: 448 },
      };
      await settleAttempt(tx, reservation.id, reservation.price, result({ usage }));
    });
    const sums = {
      calls: 1,
      input_tokens: 17,
      cached_tokens: 0,
      output_tokens: 482,
      reasoning_tokens: 448,
      cost_picousd: '193650000',
      cost_usd: '0.00019365',
    };
    expect(await request('/api/ai-usage?group_by=model')).toEqual({
      status: 200,
      body: {
        from: expect.stringMatching(/-01$/),
        to: expect.any(String),
        group_by: 'model',
        items: [{ key: 'gpt-5-nano', label: 'gpt-5-nano', first_at: expect.any(String), ...sums }],
        total: sums,
        alerts: [],
      },
    });
  });

  test('refuses a question it does not understand', async () => {
    expect(await request('/api/ai-usage?group_by=hour&from=yesterday')).toMatchObject({
      status: 422,
      body: { code: 'validation_failed', errors: [{ path: 'from' }, { path: 'group_by' }] },
    });
  });

  test('is not for everybody', async () => {
    ctx = await testCtx({ role: 'sales' });
    expect(await request('/api/ai-usage')).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
  });
});

describe('/api/ai-budget', () => {
  test('is without a limit until one is set, and again when it is lifted', async () => {
    const empty = {
      spent_usd: '0.00',
      reserved_usd: '0.00',
      month: new Date().toISOString().slice(0, 7),
    };
    const unlimited = { ...empty, monthly_limit_usd: null, remaining_usd: null };
    expect(await request('/api/ai-budget')).toEqual({ status: 200, body: unlimited });
    expect(await put({ monthly_limit_usd: '25.00' })).toEqual({
      status: 200,
      body: { ...empty, monthly_limit_usd: '25.00', remaining_usd: '25.00' },
    });
    expect(await put({ monthly_limit_usd: null })).toEqual({ status: 200, body: unlimited });
  });

  test.each([[25], ['-1'], ['1e9'], ['1000000.01'], ['0.0000000000001'], [''], [undefined]])(
    'refuses a limit of %j',
    async (limit) => {
      expect(await put({ monthly_limit_usd: limit })).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'monthly_limit_usd' }] },
      });
    },
  );

  test('cannot be set by an analyst', async () => {
    ctx = await testCtx({ role: 'analyst' });
    expect((await put({ monthly_limit_usd: '1.00' })).status).toBe(403);
  });
});
