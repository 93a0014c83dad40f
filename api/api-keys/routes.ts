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
import { createApiKey } from './create-api-key.ts';
import { listApiKeys } from './list-api-keys.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import { rotateApiKey } from './rotate-api-key.ts';
import { apiKeyInput, apiKeyPage, apiKeyWithSecret } from './schemas.ts';

const tags = ['API keys'];
/** The answer shows a secret: nobody keeps it, an Idempotency-Key neither. */
const NO_STORE = { 'Cache-Control': 'no-store' };

/** The secret keys of integrators. */
export const apiKeyRoutes = createRouter();

apiKeyRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/api-keys',
    tags,
    summary: 'List API keys, newest first',
    request: { query: pageQuery },
    responses: {
      200: json(apiKeyPage, 'A page of keys'),
      ...staffProblems(400),
    },
  }),
  async (c) => c.json(await listApiKeys(c.get('ctx'), c.req.valid('query')), 200),
);

apiKeyRoutes.openapi(
  createRoute({
    method: 'post',
    path: '/api/api-keys',
    tags,
    summary: 'Make an API key',
    description:
      'The key is shown in this answer only. It can do at most what you can, and one made with a key ends with that key.',
    request: { headers: idempotencyHeaders, body: jsonBody(apiKeyInput) },
    responses: {
      201: json(apiKeyWithSecret, 'The key'),
      ...staffProblems(400, 409),
    },
  }),
  async (c) => {
    const made = await createApiKey(c.get('ctx'), c.req.valid('json'));
    return c.json(made, 201, NO_STORE);
  },
);

apiKeyRoutes.openapi(
  createRoute({
    method: 'delete',
    path: '/api/api-keys/{id}',
    tags,
    summary: 'Revoke an API key',
    description:
      'Keys that were made with it are revoked with it. A key cannot revoke one that may do more.',
    request: { params: idParams },
    responses: { 204: { description: 'Revoked' }, ...staffProblems(404) },
  }),
  async (c) => {
    await revokeApiKey(c.get('ctx'), c.req.valid('param').id);
    return c.body(null, 204);
  },
);

apiKeyRoutes.openapi(
  createRoute({
    method: 'post',
    path: '/api/api-keys/{id}/rotate',
    tags,
    summary: 'Give an API key a new secret',
    description: 'The old secret stops working at once.',
    request: { params: idParams, headers: idempotencyHeaders },
    responses: {
      200: json(apiKeyWithSecret, 'The key'),
      ...staffProblems(400, 404, 409),
    },
  }),
  async (c) => {
    const rotated = await rotateApiKey(c.get('ctx'), c.req.valid('param').id);
    return c.json(rotated, 200, NO_STORE);
  },
);
