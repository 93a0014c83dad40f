import { createRoute } from '@hono/zod-openapi';
import { listQuotes } from '../calculator/list-quotes.ts';
import { quotesPage } from '../calculator/schemas.ts';
import { conversationPage } from '../conversations/schemas.ts';
import { pageQuery } from '../platform/cursor.ts';
import { createRouter, json, problems } from '../platform/http/router.ts';
import { getCustomer } from './get-customer.ts';
import { listCustomerAudit } from './list-customer-audit.ts';
import { listCustomerConversations } from './list-customer-conversations.ts';
import { listCustomerEvents } from './list-customer-events.ts';
import { listDuplicates } from './list-duplicates.ts';
import { auditPage, customerParams, duplicatesSchema, eventPage } from './schemas.ts';

const tags = ['Customers'];
const refusals = problems(400, 401, 403, 404, 422, 429, 503);
const request = { params: customerParams, query: pageQuery };

/** What belongs to one customer, each a list of its own. */
export const customerListRoutes = createRouter();

customerListRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/customers/{id}/conversations',
    tags,
    summary: 'Their conversations, the latest message first',
    request,
    responses: { 200: json(conversationPage, 'A page'), ...refusals },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await listCustomerConversations(c.get('ctx'), id, c.req.valid('query')), 200);
  },
);

customerListRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/customers/{id}/quotes',
    tags,
    summary: 'Their quotes and those of their conversations, newest first',
    request,
    responses: { 200: json(quotesPage, 'A page'), ...refusals },
  }),
  async (c) => {
    const ctx = c.get('ctx');
    const { id } = await getCustomer(ctx, c.req.valid('param').id);
    return c.json(await listQuotes(ctx, { customerId: id, ...c.req.valid('query') }), 200);
  },
);

customerListRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/customers/{id}/events',
    tags,
    summary: 'Their timeline, newest first',
    request,
    responses: { 200: json(eventPage, 'A page'), ...refusals },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await listCustomerEvents(c.get('ctx'), id, c.req.valid('query')), 200);
  },
);

customerListRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/customers/{id}/audit',
    tags,
    summary: 'Who changed what, newest first; of a deleted customer too',
    request,
    responses: { 200: json(auditPage, 'A page'), ...refusals },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await listCustomerAudit(c.get('ctx'), id, c.req.valid('query')), 200);
  },
);

customerListRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/customers/{id}/duplicates',
    tags,
    summary: 'Customers that may be the same person, the likeliest first',
    request: { params: customerParams },
    responses: { 200: json(duplicatesSchema, 'Worked out as of now'), ...refusals },
  }),
  async (c) => c.json(await listDuplicates(c.get('ctx'), c.req.valid('param').id), 200),
);
