import type { Permission } from '../access/permissions.ts';
import { ALL_PERMISSIONS } from '../access/permissions.ts';
import { can } from '../access/require-permission.ts';
import type { Actor } from '../context.ts';
import { AppError } from '../errors.ts';

const NOT_BY_DEFAULT = new Set<Permission>([
  'api_keys.write',
  'members.write',
  'security_events.read',
]);

/** Throws `forbidden` when a key would be able to do what the actor is not. */
export function assertMayGrant(actor: Actor, scopes: readonly string[]): void {
  const beyond = scopesBeyond(actor, scopes);
  if (beyond.length === 0) return;
  throw new AppError('forbidden', { detail: `You may not give out ${beyond.join(', ')}.` });
}

/**
 * Throws `forbidden` when a key would revoke one that may do more than itself. A person who manages keys
 * may revoke any: a leaked key is ended by whoever notices.
 */
export function assertMayRevoke(actor: Actor, scopes: readonly string[]): void {
  if (actor.type !== 'api_key') return;
  const beyond = scopesBeyond(actor, scopes);
  if (beyond.length === 0) return;
  throw new AppError('forbidden', {
    detail: `This key may not revoke one that has ${beyond.join(', ')}.`,
  });
}

const scopesBeyond = (actor: Actor, scopes: readonly string[]): string[] =>
  scopes.filter((scope) => !ALL_PERMISSIONS.some((p) => p === scope && can(actor, p)));

/** What a key may do unless its maker says: all that they may, but for keys, members and the security log. */
export function defaultScopes(actor: Actor): Permission[] {
  return ALL_PERMISSIONS.filter((p) => can(actor, p) && !NOT_BY_DEFAULT.has(p));
}
