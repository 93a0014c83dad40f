import { createRoute } from '@hono/zod-openapi';
import { createRouter, json, jsonBody, problems } from '../platform/http/router.ts';
import { getAiBudget } from './get-ai-budget.ts';
import { getAiUsage } from './get-ai-usage.ts';
import { budgetInput, budgetView, usageQuery, usageReport } from './schemas.ts';
import { setAiBudget } from './set-ai-budget.ts';

const tags = ['AI usage'];

/** What the models cost, and how much they may. */
export const aiUsageRoutes = createRouter();

aiUsageRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/ai-usage',
    tags,
    summary: 'What the model calls of a time cost',
    description:
      'Every call that was dispatched counts, however it ended; calls under way do not count yet. Days are UTC. By session or customer the 500 dearest are listed; `total` counts all.',
    request: { query: usageQuery },
    responses: { 200: json(usageReport, 'The sums'), ...problems(401, 403, 422, 429, 503) },
  }),
  async (c) => {
    const { from, to, group_by } = c.req.valid('query');
    return c.json(await getAiUsage(c.get('ctx'), { from, to, groupBy: group_by }), 200);
  },
);

aiUsageRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/ai-budget',
    tags,
    summary: "This month's AI budget and what is left of it",
    responses: { 200: json(budgetView, 'The budget'), ...problems(401, 403, 429, 503) },
  }),
  async (c) => c.json(await getAiBudget(c.get('ctx')), 200),
);

aiUsageRoutes.openapi(
  createRoute({
    method: 'put',
    path: '/api/ai-budget',
    tags,
    summary: 'Set the monthly AI budget',
    description: 'Holds from this month on. When it is spent, the guided assistant answers.',
    request: { body: jsonBody(budgetInput) },
    responses: { 200: json(budgetView, 'The budget'), ...problems(400, 401, 403, 422, 429, 503) },
  }),
  async (c) => {
    const { monthly_limit_usd } = c.req.valid('json');
    return c.json(await setAiBudget(c.get('ctx'), { monthlyLimitUsd: monthly_limit_usd }), 200);
  },
);
