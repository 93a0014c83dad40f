import { beforeAll, describe, expect, test } from 'vitest';
import { testCtx } from '../db/testing/index.ts';
import { ALL_PERMISSIONS, type Permission, roleMay } from './access/permissions.ts';
import { cookieOf, testApp } from './access/testing.ts';
import { aiUsageRoutes } from './ai-usage/routes.ts';
import { createApiKey } from './api-keys/create-api-key.ts';
import { apiKeyRoutes } from './api-keys/routes.ts';
import { createApp } from './app.ts';
import { calculatorRoutes } from './calculator/routes.ts';
import { companyRoutes } from './companies/routes.ts';
import type { Ctx, Role } from './context.ts';
import { conversationRoutes } from './conversations/routes.ts';
import { createCustomer } from './customers/create-customer.ts';
import { customerRoutes } from './customers/routes.ts';
import { leadRoutes } from './leads/routes.ts';
import { realtimeRoutes } from './realtime/routes.ts';
import { securityEventRoutes } from './security-events/routes.ts';
import { siteRoutes } from './sites/routes.ts';

interface Operation {
  needs: Permission[];
  body?: object;
}

const needs = (...permissions: Permission[]): Operation => ({ needs: permissions });
const person = { name: 'Ann Lee' };

/** Every operation of staff and integrators, and what it takes to be let in. */
const OPERATIONS: Record<string, Operation> = {
  'GET /api/company': needs('sites.read'),
  'PATCH /api/company': { ...needs('sites.write'), body: { name: 'Stoneworks' } },
  'GET /api/sites': needs('sites.read'),
  'POST /api/sites': { ...needs('sites.write'), body: { name: 'Patios' } },
  'GET /api/sites/{id}': needs('sites.read'),
  'PATCH /api/sites/{id}': { ...needs('sites.write'), body: { name: 'Decks' } },
  'DELETE /api/sites/{id}': needs('sites.write'),
  'GET /api/api-keys': needs('api_keys.write'),
  'POST /api/api-keys': { ...needs('api_keys.write'), body: { name: 'Form' } },
  'DELETE /api/api-keys/{id}': needs('api_keys.write'),
  'POST /api/api-keys/{id}/rotate': needs('api_keys.write'),
  'GET /api/security-events': needs('security_events.read'),
  'GET /api/conversations': needs('conversations.read'),
  'GET /api/conversations/{id}': needs('conversations.read'),
  'GET /api/conversations/{id}/messages': needs('conversations.read'),
  'GET /api/feed': needs('conversations.read'),
  'POST /api/leads': { ...needs('leads.write'), body: person },
  'GET /api/leads/{id}': needs('customers.read'),
  'GET /api/customers': needs('customers.read'),
  'POST /api/customers': { ...needs('customers.write'), body: person },
  'GET /api/customers/{id}': needs('customers.read'),
  'PUT /api/customers/{id}': { ...needs('customers.write'), body: person },
  'PATCH /api/customers/{id}': { ...needs('customers.write'), body: person },
  'DELETE /api/customers/{id}': needs('customers.delete'),
  'POST /api/customers/{id}/restore': needs('customers.delete'),
  'GET /api/customers/{id}/conversations': needs('customers.read', 'conversations.read'),
  'GET /api/customers/{id}/quotes': needs('customers.read', 'quotes.read'),
  'GET /api/customers/{id}/events': needs('customers.read'),
  'GET /api/customers/{id}/audit': needs('customers.read'),
  'GET /api/customers/{id}/duplicates': needs('customers.read'),
  'GET /api/calculator/services': needs('calculator.read'),
  'POST /api/calculator/quotes': {
    ...needs('quotes.write'),
    body: { service: 'patio', inputs: {} },
  },
  'GET /api/calculator/quotes/{id}': needs('quotes.read'),
  'GET /api/calculator/history': needs('quotes.read'),
  'GET /api/calculator/config': needs('calculator.read'),
  'PUT /api/calculator/config': {
    ...needs('calculator.write'),
    body: { base_version: 0, config: {} },
  },
  'GET /api/ai-usage': needs('ai_usage.read'),
  'GET /api/ai-budget': needs('ai_usage.read'),
  'PUT /api/ai-budget': { ...needs('ai_budget.write'), body: { monthly_limit_usd: null } },
};

const ROLES: Role[] = ['owner', 'manager', 'sales', 'analyst'];
let send: Awaited<ReturnType<typeof testApp>>;
let owner: Ctx;
const cookies = new Map<Role, string>();

beforeAll(async () => {
  send = await testApp({
    authenticated: [
      ...[companyRoutes, siteRoutes, apiKeyRoutes, conversationRoutes, leadRoutes],
      ...[customerRoutes, calculatorRoutes, aiUsageRoutes, realtimeRoutes],
      securityEventRoutes,
    ],
  });
  owner = await testCtx();
  const { companyId } = owner;
  for (const role of ROLES) {
    const { actor } = await testCtx({ role, companyId });
    cookies.set(role, await cookieOf({ id: actor.id, companyId }));
  }
});

/** Whether the operation let the caller in, whatever it then found. */
async function isLetIn(operation: string, headers: Record<string, string>): Promise<boolean> {
  const [method = '', path = ''] = operation.split(' ');
  const { id } = await createCustomer(owner, person);
  const body = OPERATIONS[operation]?.body;
  const { status, json } = await send(method, path.replace('{id}', id), {
    headers,
    ...(body ? { body } : {}),
  });
  expect([operation, status, json?.code]).not.toContain('not_signed_in');
  return json?.code !== 'forbidden';
}

test('every operation of the API reference but the chat, the log-in and the health is in the list', () => {
  const { paths = {} } = createApp().getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 't', version: '1' },
  });
  const operations = Object.entries(paths)
    .filter(([path]) => !/^\/api\/(?:(?:chat|auth)\/|health$)/.test(path))
    .flatMap(([path, item]) => Object.keys(item).map((verb) => `${verb.toUpperCase()} ${path}`));
  expect(operations.sort()).toEqual(Object.keys(OPERATIONS).sort());
});

describe.each(Object.entries(OPERATIONS))('%s', (operation, { needs: wanted }) => {
  test('lets in the roles of the matrix and no other', async () => {
    for (const role of ROLES) {
      const may = wanted.every((permission) => roleMay(role, permission));
      const letIn = await isLetIn(operation, { Cookie: cookies.get(role) ?? '' });
      expect([role, letIn]).toEqual([role, may]);
    }
  });

  test('lets in a key with just its scopes, and no key that lacks one of them', async () => {
    const bearer = async (scopes: Permission[]) => ({
      Authorization: `Bearer ${(await createApiKey(owner, { name: 'k', scopes })).key}`,
    });
    expect(await isLetIn(operation, await bearer(wanted))).toBe(true);
    for (const missing of wanted) {
      const others = ALL_PERMISSIONS.filter((permission) => permission !== missing);
      expect(await isLetIn(operation, await bearer(others))).toBe(false);
    }
  });
});
