import { randomSecret, sha256Hex } from '../access/secrets.ts';
import { cookieName, readToken } from '../access/token-cookie.ts';
import type { Database } from '../platform/database/connect.ts';

const NAME = 'tradesphere_device';
const LIFE_S = 180 * 86_400; // as long as the database takes the device for known

/** The token of the device cookie; null without one. */
export function readDevice(cookieHeader: string | undefined, isSecure: boolean): string | null {
  return readToken(cookieHeader, cookieName(NAME, isSecure));
}

/**
 * Has the device known to the user from now on, under a new token. Returns its cookie, which proves nothing
 * but that somebody has logged in from this browser: it lets nobody in.
 */
export async function rememberDevice(
  db: Database,
  userId: string,
  device: string | null,
  isSecure: boolean,
): Promise<string> {
  const token = randomSecret();
  const old = device ? sha256Hex(device) : '';
  await db.query(
    (sql) => sql`select remember_device(${userId}::uuid, ${old}, ${sha256Hex(token)})`,
  );
  const attributes = ['HttpOnly', 'Path=/', 'SameSite=Lax', `Max-Age=${LIFE_S}`];
  return [
    `${cookieName(NAME, isSecure)}=${token}`,
    ...attributes,
    ...(isSecure ? ['Secure'] : []),
  ].join('; ');
}
