import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Actor } from '../context.ts';
import { AppError } from '../errors.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { clientNetwork } from '../platform/http/client-network.ts';
import { requestDb } from '../platform/http/request-db.ts';
import { assertWithin, rateLimitHeaders } from '../platform/limits.ts';
import { assertSameOrigin } from './assert-same-origin.ts';
import { findApiKey } from './find-api-key.ts';
import { isSecure, readSessionToken, sessionsIn } from './sessions.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

interface Known {
  companyId: string;
  actor: Actor;
  /** For the response: what is left of the key's limit, or the prolonged cookie. */
  headers: Record<string, string>;
  /** Throws when the actor is known but the request is refused all the same. */
  admit(): void;
}

/**
 * Says who asks, by `Authorization: Bearer sk_…` or else by the session cookie, in one query.
 * Throws `not_signed_in`, `api_key_invalid`, `csrf_rejected` or `rate_limited`.
 */
export const authenticate = createMiddleware<AppEnv>(async (c, next) => {
  const key = readBearer(c.req.header('Authorization'));
  const { companyId, actor, headers, admit } = await (key ? byApiKey(c, key) : bySession(c));
  c.set('ctx', {
    db: requestDb(c),
    companyId,
    actor,
    requestId: c.get('requestId'),
    network: clientNetwork(c.req.header('CF-Connecting-IP')),
    now: () => new Date(),
  });
  admit(); // with the context set, so that a refusal is recorded as a security event of the company
  await next();
  if (c.res.status === 101) return; // a copied response would lose its WebSocket
  for (const [name, value] of Object.entries(headers)) c.header(name, value, { append: true });
  // What somebody was shown must not be found in a cache after they have logged out.
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
});

/** What follows `Bearer`; null without it. */
export function readBearer(header: string | undefined): string | null {
  return /^Bearer +(\S+)$/i.exec(header ?? '')?.[1] ?? null;
}

async function byApiKey(c: Context<AppEnv>, key: string): Promise<Known> {
  const found = await findApiKey(requestDb(c), key, c.env.API_CALLS_PER_KEY_MINUTE);
  if (!found) throw new AppError('api_key_invalid');
  return {
    companyId: found.companyId,
    actor: { type: 'api_key', id: found.id, scopes: found.scopes },
    headers: rateLimitHeaders(found.limit),
    admit: () => assertWithin(found.limit),
  };
}

async function bySession(c: Context<AppEnv>): Promise<Known> {
  const secure = isSecure(c.req.url);
  const token = readSessionToken(c.req.header('Cookie'), secure);
  if (!token) throw new AppError('not_signed_in');
  const sessions = sessionsIn(requestDb(c), secure);
  const { session, user } = await sessions.validateSession(token);
  if (!session) throw new AppError('not_signed_in');
  return {
    companyId: session.companyId,
    actor: { type: 'user', id: user.id, role: user.role, name: user.name },
    headers: session.fresh ? { 'Set-Cookie': sessions.createSessionCookie(token).serialize() } : {},
    admit: () => {
      if (!SAFE_METHODS.has(c.req.method)) assertSameOrigin(c.req.raw);
    },
  };
}
