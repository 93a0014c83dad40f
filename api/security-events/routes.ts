import { createRoute } from '@hono/zod-openapi';
import { createRouter, json, staffProblems } from '../platform/http/router.ts';
import { listSecurityEvents } from './list-security-events.ts';
import { securityEventPage, securityEventsQuery } from './schemas.ts';

/** The company's log of log-ins, refusals and key changes. */
export const securityEventRoutes = createRouter();

securityEventRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/security-events',
    tags: ['Security events'],
    summary: 'List security events, newest first',
    description:
      'Log-ins, refusals and changes of API keys, kept for 180 days. Of refusals at most 10 of a kind are kept for a network and minute, and 100 for a company and hour.',
    request: { query: securityEventsQuery },
    responses: { 200: json(securityEventPage, 'A page of events'), ...staffProblems(400) },
  }),
  async (c) => c.json(await listSecurityEvents(c.get('ctx'), c.req.valid('query')), 200),
);
