import type { Context } from 'hono';
import { isSecure, readSessionToken, sessionsIn } from '../access/sessions.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { requestDb } from '../platform/http/request-db.ts';
import { endFeedsOfTheGone } from '../realtime/feed-bell.ts';
import type { Identity } from './log-in.ts';

/** Ends the session that the browser has and starts a new one: an old token is worth nothing. */
export async function startSession(c: Context<AppEnv>, identity: Identity): Promise<void> {
  const sessions = await invalidate(c);
  const session = await sessions.createSession(identity.userId, { company_id: identity.companyId });
  c.header('Set-Cookie', sessions.createSessionCookie(session.id).serialize());
}

/** Ends the session, if any, with the live feed that is open on it, and takes the cookie back. */
export async function endSession(c: Context<AppEnv>): Promise<void> {
  const sessions = sessionsOf(c);
  const token = readSessionToken(c.req.header('Cookie'));
  const { session } = token ? await sessions.validateSession(token) : { session: null };
  if (session) {
    await sessions.invalidateSession(session.id);
    await endFeedsOfTheGone(c.env, session.companyId);
  }
  c.header('Set-Cookie', sessions.createBlankSessionCookie().serialize());
}

async function invalidate(c: Context<AppEnv>) {
  const sessions = sessionsOf(c);
  const token = readSessionToken(c.req.header('Cookie'));
  if (token) await sessions.invalidateSession(token);
  return sessions;
}

const sessionsOf = (c: Context<AppEnv>) => sessionsIn(requestDb(c), isSecure(c.req.url));
