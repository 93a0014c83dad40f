import { createHmac } from 'node:crypto';

const ROLE = 'tradesphere_app';

/**
 * The runtime role's password: derived from the owner's, so that nothing secret is stored.
 * Host and database name stay out: two names of one server must give one password.
 * Null when the owner's connection string has none (the server trusts us, or knows us otherwise).
 */
export function appPassword(ownerUrl: string): string | null {
  const { username, password } = new URL(ownerUrl);
  const secret = decodeURIComponent(password) || process.env.PGPASSWORD;
  if (!secret) return null;
  return createHmac('sha256', secret)
    .update(`${ROLE}\n${decodeURIComponent(username)}`)
    .digest('hex');
}

/**
 * The connection string of the runtime role for the database that `ownerUrl` names.
 * It always carries a password, because Hyperdrive demands one even where the server ignores it.
 */
export function appUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.password = appPassword(ownerUrl) ?? 'trusted';
  url.username = ROLE;
  return url.href;
}
