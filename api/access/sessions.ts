import { Lucia, TimeSpan } from 'lucia';
import type { Database } from '../platform/database/connect.ts';
import { type SessionAttributes, sessionAdapter, type UserAttributes } from './session-adapter.ts';

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof sessionsIn>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: UserAttributes;
  }
}

const COOKIE = 'tradesphere_session';
const LIFE = new TimeSpan(30, 'd'); // from the last use: prolonged once half of it is over
const TOKEN = new RegExp(`(?:^|;)\\s*${COOKIE}=([a-z2-7]{40})\\s*(?:;|$)`);

/** The log-in sessions kept in a database. `secure` keeps the cookie to https. */
export function sessionsIn(db: Database, secure: boolean) {
  return new Lucia(sessionAdapter(db), {
    sessionExpiresIn: LIFE,
    sessionCookie: { name: COOKIE, attributes: { secure, sameSite: 'lax', path: '/' } },
    getSessionAttributes: ({ company_id }) => ({ companyId: company_id }),
    getUserAttributes: ({ name, email, role }) => ({ name, email, role }),
  });
}

/** The token of our cookie; null without one. Other cookies of the host may hold anything. */
export function readSessionToken(cookieHeader: string | undefined): string | null {
  return TOKEN.exec(cookieHeader ?? '')?.[1] ?? null;
}

/** Whether the request came over https. */
export function isSecure(url: string): boolean {
  return new URL(url).protocol === 'https:';
}
