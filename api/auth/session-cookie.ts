import type { Context } from 'hono';
import { isSecure, readSessionToken, sessionsIn } from '../access/sessions.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { requestDb } from '../platform/http/request-db.ts';
import { endFeedsOfTheGone } from '../realtime/feed-bell.ts';
import { readDevice, rememberDevice } from './device-cookie.ts';
import type { Identity } from './log-in.ts';

/**
 * Ends the session that the browser has and starts a new one: an old token is worth nothing. The browser's
 * device is known to the user from now on.
 */
export async function startSession(c: Context<AppEnv>, identity: Identity): Promise<void> {
  const { sessions, token, cookies, secure } = sessionOf(c);
  if (token) await sessions.invalidateSession(token);
  const session = await sessions.createSession(identity.userId, { company_id: identity.companyId });
  const device = readDevice(cookies, secure);
  const deviceCookie = await rememberDevice(requestDb(c), identity.userId, device, secure);
  c.header('Set-Cookie', sessions.createSessionCookie(session.id).serialize(), { append: true });
  c.header('Set-Cookie', deviceCookie, { append: true });
}

/**
 * Ends the session, if any, with the live feed that is open on it, takes the cookie back and has the browser
 * delete what pages have stored. The device stays known.
 */
export async function endSession(c: Context<AppEnv>): Promise<Identity | null> {
  const { sessions, token } = sessionOf(c);
  const { session } = token ? await sessions.validateSession(token) : { session: null };
  if (session) {
    await sessions.invalidateSession(session.id);
    await endFeedsOfTheGone(c.env, session.companyId);
  }
  c.header('Set-Cookie', sessions.createBlankSessionCookie().serialize());
  c.header('Clear-Site-Data', '"cache", "storage"'); // not "cookies": the device stays known
  return session && { userId: session.userId, companyId: session.companyId };
}

function sessionOf(c: Context<AppEnv>) {
  const secure = isSecure(c.req.url);
  const cookies = c.req.header('Cookie');
  const sessions = sessionsIn(requestDb(c), secure);
  return { sessions, token: readSessionToken(cookies, secure), cookies, secure };
}
