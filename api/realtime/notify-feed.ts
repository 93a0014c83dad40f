import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../platform/http/app-env.ts';
import { FeedBell } from './feed-bell.ts';

/** Notifies the company's feed after every successful write by staff or an API key; the response does not wait. */
export const notifyFeed = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (c.req.method === 'GET' || c.req.method === 'HEAD' || !c.res.ok) return;
  const bell = new FeedBell(c.env, c.get('ctx').companyId);
  const now = Date.now();
  if (bell.isHeard(now)) c.executionCtx.waitUntil(bell.ring(now));
});
