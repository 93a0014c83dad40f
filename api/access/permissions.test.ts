import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '../context.ts';
import { ALL_PERMISSIONS, type Permission, permissionsOf } from './permissions.ts';
import { can, requirePermission } from './require-permission.ts';

const ROLES: Role[] = ['owner', 'manager', 'sales', 'analyst'];

/** Written out by hand: a change of the matrix has to be meant twice. */
const TABLE: Record<Permission, string> = {
  'conversations.read': 'owner manager sales analyst',
  'conversations.write': 'owner manager sales',
  'leads.write': 'owner manager sales',
  'customers.read': 'owner manager sales analyst',
  'customers.write': 'owner manager sales',
  'customers.delete': 'owner manager',
  'quotes.read': 'owner manager sales analyst',
  'quotes.write': 'owner manager sales',
  'calculator.read': 'owner manager sales analyst',
  'calculator.write': 'owner manager',
  'ai_usage.read': 'owner manager analyst',
  'ai_budget.write': 'owner manager',
  'sites.read': 'owner manager sales analyst',
  'sites.write': 'owner manager',
  'api_keys.write': 'owner manager',
  'members.write': 'owner',
  'security_events.read': 'owner',
};

const user = (role: Role): Actor => ({ type: 'user', id: 'u', role, name: 'N' });

describe.each(ALL_PERMISSIONS)('%s', (permission) => {
  test.each(ROLES)('for %s is as written', (role) => {
    const expected = TABLE[permission].split(' ').includes(role);
    expect(can(user(role), permission)).toBe(expected);
    expect(permissionsOf(role).includes(permission)).toBe(expected);
  });

  test('is given to an API key by its scope alone', () => {
    const others = ALL_PERMISSIONS.filter((other) => other !== permission);
    expect(can({ type: 'api_key', id: 'k', scopes: [permission] }, permission)).toBe(true);
    expect(can({ type: 'api_key', id: 'k', scopes: others }, permission)).toBe(false);
  });

  test('is given to the system and never to a visitor', () => {
    expect(can({ type: 'system', id: 'assistant' }, permission)).toBe(true);
    const visitor: Actor = { type: 'visitor', id: 'v', siteId: 's', sessionId: 'c' };
    expect(can(visitor, permission)).toBe(false);
  });
});

test('the table names every permission and no other', () => {
  expect(Object.keys(TABLE).sort()).toEqual([...ALL_PERMISSIONS].sort());
});

test('requirePermission refuses with forbidden and names what is missing', () => {
  expect(() => requirePermission(user('owner'), 'members.write')).not.toThrow();
  expect(() => requirePermission(user('manager'), 'members.write')).toThrow(
    expect.objectContaining({
      code: 'forbidden',
      message: expect.stringContaining('members.write'),
    }),
  );
});
