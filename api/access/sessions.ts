import { Lucia, TimeSpan } from 'lucia';
import type { Database } from '../platform/database/connect.ts';
import { type SessionAttributes, sessionAdapter, type UserAttributes } from './session-adapter.ts';
import { cookieName, readToken } from './token-cookie.ts';

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof sessionsIn>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: UserAttributes;
  }
}

const COOKIE = 'tradesphere_session';
// From the last use: prolonged once half of it is over. The database ends every session after 90 days.
const LIFE = new TimeSpan(30, 'd');

/** The log-in sessions kept in a database. `secure` keeps the cookie to https and to this host. */
export function sessionsIn(db: Database, secure: boolean) {
  const name = cookieName(COOKIE, secure);
  return new Lucia(sessionAdapter(db), {
    sessionExpiresIn: LIFE,
    sessionCookie: { name, attributes: { secure, sameSite: 'lax', path: '/' } },
    getSessionAttributes: ({ company_id }) => ({ companyId: company_id }),
    getUserAttributes: ({ name, email, role }) => ({ name, email, role }),
  });
}

/** The token of the session cookie; null without one. `secure` as for sessionsIn. */
export function readSessionToken(cookieHeader: string | undefined, secure: boolean): string | null {
  return readToken(cookieHeader, cookieName(COOKIE, secure));
}

/** Whether the request came over https. */
export function isSecure(url: string): boolean {
  return new URL(url).protocol === 'https:';
}
