import { createRoute } from '@hono/zod-openapi';
import { pageQuery } from '../platform/cursor.ts';
import {
  createRouter,
  idempotencyHeaders,
  idParams,
  json,
  jsonBody,
  staffProblems,
} from '../platform/http/router.ts';
import { createSite } from './create-site.ts';
import { deleteSite } from './delete-site.ts';
import { getSite } from './get-site.ts';
import { listSites } from './list-sites.ts';
import { siteInput, sitePage, sitePatch, siteView } from './schemas.ts';
import { updateSite } from './update-site.ts';

const tags = ['Sites'];

/** The embeddings of the widget. */
export const siteRoutes = createRouter();

siteRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/sites',
    tags,
    summary: 'List sites, newest first',
    request: { query: pageQuery },
    responses: {
      200: json(sitePage, 'A page of sites'),
      ...staffProblems(400),
    },
  }),
  async (c) => c.json(await listSites(c.get('ctx'), c.req.valid('query')), 200),
);

siteRoutes.openapi(
  createRoute({
    method: 'post',
    path: '/api/sites',
    tags,
    summary: 'Add a site',
    request: { headers: idempotencyHeaders, body: jsonBody(siteInput) },
    responses: { 201: json(siteView, 'The site'), ...staffProblems(400, 409) },
  }),
  async (c) => c.json(await createSite(c.get('ctx'), c.req.valid('json')), 201),
);

siteRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/sites/{id}',
    tags,
    summary: 'A site',
    request: { params: idParams },
    responses: { 200: json(siteView, 'The site'), ...staffProblems(404) },
  }),
  async (c) => c.json(await getSite(c.get('ctx'), c.req.valid('param').id), 200),
);

siteRoutes.openapi(
  createRoute({
    method: 'patch',
    path: '/api/sites/{id}',
    tags,
    summary: 'Change a site',
    request: { params: idParams, body: jsonBody(sitePatch) },
    responses: { 200: json(siteView, 'The site'), ...staffProblems(400, 404) },
  }),
  async (c) =>
    c.json(await updateSite(c.get('ctx'), c.req.valid('param').id, c.req.valid('json')), 200),
);

siteRoutes.openapi(
  createRoute({
    method: 'delete',
    path: '/api/sites/{id}',
    tags,
    summary: 'Remove a site',
    description: 'Its key stops working at once; its conversations stay.',
    request: { params: idParams },
    responses: { 204: { description: 'Removed' }, ...staffProblems(404) },
  }),
  async (c) => {
    await deleteSite(c.get('ctx'), c.req.valid('param').id);
    return c.body(null, 204);
  },
);
