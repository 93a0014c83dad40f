import { createRoute, z } from '@hono/zod-openapi';
import {
  createRouter,
  idempotencyHeaders,
  json,
  jsonBody,
  problems,
} from '../platform/http/router.ts';
import { apiDetails } from './api-details.ts';
import { getLead } from './get-lead.ts';
import { recordLead } from './record-lead.ts';
import { leadInput, leadOutcome, leadView } from './schemas.ts';

const tags = ['Leads'];

export const leadRoutes = createRouter();

leadRoutes.openapi(
  createRoute({
    method: 'post',
    path: '/api/leads',
    tags,
    summary: 'Record a lead and land it on one customer',
    description:
      'Linked to a known customer by itself only on the same e-mail or phone and a compatible name; ' +
      'everything else that looks alike is suggested.',
    request: { headers: idempotencyHeaders, body: jsonBody(leadInput) },
    responses: {
      201: json(leadOutcome, 'Where the lead landed, and why'),
      ...problems(400, 401, 403, 409, 422, 429, 503),
    },
  }),
  async (c) => {
    const { country, notes, ...given } = c.req.valid('json');
    const outcome = await recordLead(c.get('ctx'), {
      ...given,
      country: country ?? undefined,
      notes: notes ?? null,
      details: apiDetails(given),
    });
    return c.json(outcome, 201);
  },
);

leadRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/leads/{id}',
    tags,
    summary: 'A lead, and the customer that it is on now',
    request: { params: z.object({ id: z.uuid() }) },
    responses: { 200: json(leadView, 'The lead'), ...problems(401, 403, 404, 422, 429, 503) },
  }),
  async (c) => c.json(await getLead(c.get('ctx'), c.req.valid('param').id), 200),
);
