import { createRoute } from '@hono/zod-openapi';
import { createRouter, json, jsonBody, problems } from '../platform/http/router.ts';
import { getCompany } from './get-company.ts';
import { companyDetails, companyPatch } from './schemas.ts';
import { updateCompany } from './update-company.ts';

const tags = ['Company'];

/** The actor's own company. */
export const companyRoutes = createRouter();

companyRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/company',
    tags,
    summary: 'Your company and what its assistants may tell',
    responses: { 200: json(companyDetails, 'The company'), ...problems(401, 403, 429, 503) },
  }),
  async (c) => c.json(await getCompany(c.get('ctx')), 200),
);

companyRoutes.openapi(
  createRoute({
    method: 'patch',
    path: '/api/company',
    tags,
    summary: 'Change your company',
    request: { body: jsonBody(companyPatch) },
    responses: {
      200: json(companyDetails, 'The company'),
      ...problems(400, 401, 403, 422, 429, 503),
    },
  }),
  async (c) => c.json(await updateCompany(c.get('ctx'), c.req.valid('json')), 200),
);
