import type { Actor } from '../context.ts';
import { AppError } from '../errors.ts';
import { type Permission, roleMay } from './permissions.ts';

/**
 * Whether the actor may: a user by role, an API key by its scopes, the system always, a visitor never
 * (what visitors cause is done by system actors on their behalf).
 */
export function can(actor: Actor, permission: Permission): boolean {
  switch (actor.type) {
    case 'user':
      return roleMay(actor.role, permission);
    case 'api_key':
      return actor.scopes.includes(permission);
    case 'system':
      return true;
    case 'visitor':
      return false;
  }
}

/** Throws `forbidden` unless the actor may. The first line of every verb. */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (can(actor, permission)) return;
  throw new AppError('forbidden', { detail: `This needs the permission ${permission}.` });
}
