import { createRoute } from '@hono/zod-openapi';
import {
  createRouter,
  idempotencyHeaders,
  idParams,
  json,
  jsonBody,
  problems,
} from '../platform/http/router.ts';
import { getCalculatorConfig } from './get-calculator-config.ts';
import { getQuote } from './get-quote.ts';
import { listQuotes } from './list-quotes.ts';
import { listServices } from './list-services.ts';
import { publishCalculatorConfig } from './publish-calculator-config.ts';
import { quoteService } from './quote-service.ts';
import {
  configQuery,
  configViewSchema,
  publishInput,
  quoteInput,
  quoteRecordSchema,
  quotesPage,
  quotesQueryInput,
  quoteViewSchema,
  servicesPage,
  textInputs,
} from './schemas.ts';

const tags = ['Calculator'];

/** What the company sells, what it costs, and the quotes that were given. */
export const calculatorRoutes = createRouter();

calculatorRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/calculator/services',
    tags,
    summary: 'What can be priced, and what each price needs to know',
    responses: { 200: json(servicesPage, 'The services'), ...problems(401, 403, 409, 429, 503) },
  }),
  async (c) => c.json(await listServices(c.get('ctx')), 200),
);

calculatorRoutes.openapi(
  createRoute({
    method: 'post',
    path: '/api/calculator/quotes',
    tags,
    summary: 'Price a service and give the quote',
    description:
      'The quote is numbered and kept; it never changes. Refused with `service_unknown`, `quote_inputs_missing`, `quote_inputs_invalid` or `quote_not_computable`, each field under `errors`.',
    request: { headers: idempotencyHeaders, body: jsonBody(quoteInput) },
    responses: {
      201: json(quoteViewSchema, 'The quote'),
      ...problems(400, 401, 403, 404, 409, 413, 422, 429, 503),
    },
  }),
  async (c) => {
    const { service, inputs, customer_id } = c.req.valid('json');
    const input = { service, inputs: textInputs(inputs), customerId: customer_id };
    return c.json(await quoteService(c.get('ctx'), input), 201);
  },
);

calculatorRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/calculator/quotes/{id}',
    tags,
    summary: 'A quote as it was given',
    request: { params: idParams },
    responses: {
      200: json(quoteRecordSchema, 'The quote'),
      ...problems(401, 403, 404, 422, 429, 503),
    },
  }),
  async (c) => c.json(await getQuote(c.get('ctx'), c.req.valid('param').id), 200),
);

calculatorRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/calculator/history',
    tags,
    summary: 'The quotes that were given, newest first',
    description: "A customer's quotes are also those of the chats that turned out to be theirs.",
    request: { query: quotesQueryInput },
    responses: {
      200: json(quotesPage, 'A page of quotes'),
      ...problems(400, 401, 403, 422, 429, 503),
    },
  }),
  async (c) => {
    const { customer_id, session_id, limit, cursor } = c.req.valid('query');
    const input = { customerId: customer_id, sessionId: session_id, limit, cursor };
    return c.json(await listQuotes(c.get('ctx'), input), 200);
  },
);

calculatorRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/calculator/config',
    tags,
    summary: 'The price list in force, or an older version of it',
    request: { query: configQuery },
    responses: {
      200: json(configViewSchema, 'The price list'),
      ...problems(401, 403, 404, 409, 422, 429, 503),
    },
  }),
  async (c) => c.json(await getCalculatorConfig(c.get('ctx'), c.req.valid('query')), 200),
);

calculatorRoutes.openapi(
  createRoute({
    method: 'put',
    path: '/api/calculator/config',
    tags,
    summary: 'Publish a new version of the price list',
    description:
      'Every formula is tried for the extremes of its inputs first; `calculator_config_invalid` names each mistake with its path. `conflict` when `base_version` is not the one in force.',
    request: { body: jsonBody(publishInput) },
    responses: {
      200: json(configViewSchema, 'The new version'),
      ...problems(400, 401, 403, 409, 413, 422, 429, 503),
    },
  }),
  async (c) => {
    const { base_version, config } = c.req.valid('json');
    const published = await publishCalculatorConfig(c.get('ctx'), {
      baseVersion: base_version,
      config,
    });
    return c.json(published, 200);
  },
);
