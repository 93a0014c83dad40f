import { permissionsOf } from '../access/permissions.ts';
import { findCompany } from '../companies/find-company.ts';
import type { CompanyView } from '../companies/schemas.ts';
import { viewCompany } from '../companies/view.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Database } from '../platform/database/connect.ts';
import { inOneTrip } from '../platform/database/tenant-db.ts';
import type { Identity } from './log-in.ts';
import { findMember } from './queries.ts';
import type { MeView, UserView } from './schemas.ts';

/** Who asks, for which company, and what they may do. The user is null for an API key. */
export async function getMe(ctx: Ctx): Promise<MeView> {
  const { actor, companyId, db } = ctx;
  if (actor.type === 'user') {
    const { company, user } = await getIdentity(db, { userId: actor.id, companyId });
    return { company, user, permissions: permissionsOf(user.role) };
  }
  if (actor.type !== 'api_key') throw new AppError('forbidden');
  const company = await inOneTrip(ctx, findCompany);
  if (!company) throw new AppError('api_key_invalid');
  return { company: viewCompany(company), user: null, permissions: actor.scopes };
}

/** A member and their company. Throws `not_signed_in` when they are a member no more. */
export async function getIdentity(
  db: Database,
  { userId, companyId }: Identity,
): Promise<{ company: CompanyView; user: UserView }> {
  const scope = { db, companyId, actor: { type: 'system' as const, id: 'auth' } };
  const [company, user] = await inOneTrip(scope, (tx) =>
    Promise.all([findCompany(tx), findMember(tx, userId)]),
  );
  if (!company || !user) throw new AppError('not_signed_in');
  return { company: viewCompany(company), user };
}
