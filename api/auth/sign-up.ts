import { starterCalculatorConfig } from '../calculator/starter/starter-config.ts';
import { viewCompany } from '../companies/view.ts';
import type { Actor } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Database } from '../platform/database/connect.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import { newSite } from '../sites/new-site.ts';
import { viewSite } from '../sites/view.ts';
import { hashPassword } from './password/password.ts';
import { insertTenant } from './queries.ts';
import type { SignedUp, SignUpInput } from './schemas.ts';

const actor: Actor = { type: 'system', id: 'sign-up' };

/**
 * Makes a company with its owner, a first site and a starter calculator, all or nothing, so that its
 * chat works at once. Throws `email_taken`, or `log_in_busy` when too many passwords wait to be hashed.
 */
export async function signUp(
  db: Database,
  input: SignUpInput,
  now: Date,
  network = 'unknown',
): Promise<SignedUp> {
  const [companyId, userId] = [newId(), newId()];
  const { name, email } = input;
  const passwordHash = await hashPassword(input.password, { network, isKnownDevice: false });
  const made = await withTenant({ db, companyId, actor }, async (tx) => {
    const tenant = await insertTenant(tx, {
      company: { id: companyId, name: input.company_name, createdAt: now },
      owner: { id: userId, email, name, passwordHash },
      site: newSite({ companyId, id: newId(), now }, { name: 'Website' }),
      config: {
        companyId,
        id: newId(),
        version: 1,
        config: starterCalculatorConfig,
        createdBy: userId,
        createdAt: now,
      },
    });
    if (tenant) return tenant;
    throw new AppError('email_taken', { detail: 'Log in instead, or use another address.' });
  });
  return {
    company: viewCompany(made.company),
    user: { id: userId, name, email, role: 'owner' },
    site: viewSite(made.site),
  };
}
