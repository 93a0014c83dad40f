import type { Permission } from '../access/permissions.ts';
import { ALL_PERMISSIONS } from '../access/permissions.ts';
import { can } from '../access/require-permission.ts';
import type { Actor } from '../context.ts';
import { AppError } from '../errors.ts';

const NOT_BY_DEFAULT = new Set<Permission>(['api_keys.write', 'members.write']);

/** Throws `forbidden` when a key would be able to do what the actor is not. */
export function assertMayGrant(actor: Actor, scopes: readonly string[]): void {
  const beyond = scopes.filter(
    (scope) => !ALL_PERMISSIONS.some((p) => p === scope && can(actor, p)),
  );
  if (beyond.length === 0) return;
  throw new AppError('forbidden', { detail: `You may not give out ${beyond.join(', ')}.` });
}

/** What a key may do when nobody said: all that the actor may, but for making keys and members. */
export function defaultScopes(actor: Actor): Permission[] {
  return ALL_PERMISSIONS.filter((p) => can(actor, p) && !NOT_BY_DEFAULT.has(p));
}
