import { createRoute } from '@hono/zod-openapi';
import {
  createRouter,
  idempotencyHeaders,
  json,
  jsonBody,
  problems,
} from '../platform/http/router.ts';
import { createCustomer } from './create-customer.ts';
import { deleteCustomer } from './delete-customer.ts';
import { getCustomer } from './get-customer.ts';
import { listCustomers } from './list-customers.ts';
import { customerListRoutes } from './list-routes.ts';
import { restoreCustomer } from './restore-customer.ts';
import {
  createCustomerInput,
  customerPage,
  customerParams,
  customerSchema,
  customersQueryInput,
  patchCustomerInput,
  putCustomerInput,
} from './schemas.ts';
import { updateCustomer } from './update-customer.ts';

const tags = ['Customers'];
const one = (description: string) => json(customerSchema, description);

export const customerRoutes = createRouter();

customerRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/customers',
    tags,
    summary: 'Customers, searched, filtered and sorted',
    description: 'Each word of `search` must occur in name, e-mail, phone or address.',
    request: { query: customersQueryInput },
    responses: { 200: json(customerPage, 'A page'), ...problems(400, 401, 403, 422, 429, 503) },
  }),
  async (c) => c.json(await listCustomers(c.get('ctx'), c.req.valid('query')), 200),
);

customerRoutes.openapi(
  createRoute({
    method: 'post',
    path: '/api/customers',
    tags,
    summary: 'Make a customer',
    description: 'Always makes one; for "this person or a new one" see POST /api/leads.',
    request: { headers: idempotencyHeaders, body: jsonBody(createCustomerInput) },
    responses: { 201: one('The customer'), ...problems(400, 401, 403, 409, 422, 429, 503) },
  }),
  async (c) => c.json(await createCustomer(c.get('ctx'), c.req.valid('json')), 201),
);

customerRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/customers/{id}',
    tags,
    summary: 'One customer',
    request: { params: customerParams },
    responses: { 200: one('The customer'), ...problems(401, 403, 404, 422, 429, 503) },
  }),
  async (c) => c.json(await getCustomer(c.get('ctx'), c.req.valid('param').id), 200),
);

customerRoutes.openapi(
  createRoute({
    method: 'put',
    path: '/api/customers/{id}',
    tags,
    summary: 'Replace what is known of a customer',
    description: 'Contact fields, notes and tags that are left out are emptied.',
    request: { params: customerParams, body: jsonBody(putCustomerInput) },
    responses: { 200: one('The customer'), ...problems(400, 401, 403, 404, 409, 422, 429, 503) },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await updateCustomer(c.get('ctx'), id, c.req.valid('json')), 200);
  },
);

customerRoutes.openapi(
  createRoute({
    method: 'patch',
    path: '/api/customers/{id}',
    tags,
    summary: 'Change some fields of a customer',
    description: 'Contact fields that are given count as verified: no chat changes them any more.',
    request: { params: customerParams, body: jsonBody(patchCustomerInput) },
    responses: { 200: one('The customer'), ...problems(400, 401, 403, 404, 409, 422, 429, 503) },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await updateCustomer(c.get('ctx'), id, c.req.valid('json')), 200);
  },
);

customerRoutes.openapi(
  createRoute({
    method: 'delete',
    path: '/api/customers/{id}',
    tags,
    summary: 'Hide a customer; restore brings it back',
    request: { params: customerParams },
    responses: { 204: { description: 'Done' }, ...problems(401, 403, 404, 422, 429, 503) },
  }),
  async (c) => {
    await deleteCustomer(c.get('ctx'), c.req.valid('param').id);
    return c.body(null, 204);
  },
);

customerRoutes.openapi(
  createRoute({
    method: 'post',
    path: '/api/customers/{id}/restore',
    tags,
    summary: 'Bring a deleted customer back',
    request: { params: customerParams, headers: idempotencyHeaders },
    responses: { 200: one('The customer'), ...problems(400, 401, 403, 404, 409, 422, 429, 503) },
  }),
  async (c) => c.json(await restoreCustomer(c.get('ctx'), c.req.valid('param').id), 200),
);

customerRoutes.route('/', customerListRoutes);
