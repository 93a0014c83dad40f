import type { Role } from '../context.ts';

/** Everything that can be allowed, each with the roles that may. API-key scopes are the same words. */
export const PERMISSIONS = {
  'conversations.read': ['owner', 'manager', 'sales', 'analyst'],
  'conversations.write': ['owner', 'manager', 'sales'],
  'leads.write': ['owner', 'manager', 'sales'],
  'customers.read': ['owner', 'manager', 'sales', 'analyst'],
  'customers.write': ['owner', 'manager', 'sales'],
  'customers.delete': ['owner', 'manager'],
  'quotes.read': ['owner', 'manager', 'sales', 'analyst'],
  'quotes.write': ['owner', 'manager', 'sales'],
  'calculator.read': ['owner', 'manager', 'sales', 'analyst'],
  'calculator.write': ['owner', 'manager'],
  'ai_usage.read': ['owner', 'manager', 'analyst'],
  'ai_budget.write': ['owner', 'manager'],
  'sites.read': ['owner', 'manager', 'sales', 'analyst'],
  'sites.write': ['owner', 'manager'],
  'api_keys.write': ['owner', 'manager'],
  'members.write': ['owner'],
  'security_events.read': ['owner'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as Permission[];

/** What a role may do, in the order of the matrix. */
export function permissionsOf(role: Role): Permission[] {
  return ALL_PERMISSIONS.filter((permission) => roleMay(role, permission));
}

/** Whether the matrix gives the permission to the role. */
export function roleMay(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}
