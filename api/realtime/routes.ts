import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { readBearer } from '../access/authenticate.ts';
import { requirePermission } from '../access/require-permission.ts';
import { sha256Hex } from '../access/secrets.ts';
import { isSecure, readSessionToken } from '../access/sessions.ts';
import { AppError } from '../errors.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { createRouter, problems } from '../platform/http/router.ts';
import { FEED_PERMISSION, type FeedHolder } from './feed-holder.ts';
import { isSealedCursor } from './sealed-cursor.ts';

/** The dashboard's live feed: a WebSocket that tells the company's outbox from `since` on. */
export const realtimeRoutes = createRouter();

realtimeRoutes.openAPIRegistry.registerPath({
  method: 'get',
  path: '/api/feed',
  tags: ['Conversations'],
  summary: "The company's live feed, a WebSocket",
  description:
    'Tells `{type: "hello", cursor}` first, then `{type: "event", cursor, topic, payload}` for everything after `since` (from now on, without it), and `{type: "reset", cursor}` instead where that is too much, or where `since` is no longer known: load anew. A cursor is opaque. Answers the text `ping` with `pong`. Within a minute after the log-in or the key has ended the socket is closed with the code 4401.',
  request: {
    query: z.object({
      since: z.string().max(59).optional().openapi({ description: 'The last cursor applied' }),
    }),
  },
  responses: {
    101: { description: 'The WebSocket' },
    ...problems(400, 401, 403, 426, 429, 503),
  },
});

realtimeRoutes.get('/api/feed', async (c) => {
  const ctx = c.get('ctx');
  requirePermission(ctx.actor, FEED_PERMISSION);
  const url = new URL(c.req.url);
  const since = url.searchParams.get('since');
  if (since !== null && !isSealedCursor(since)) throw new AppError('cursor_invalid');
  if (c.req.header('Upgrade')?.toLowerCase() !== 'websocket') {
    throw new AppError('websocket_expected');
  }
  const origin = c.req.header('Origin');
  if (origin && origin !== url.origin) throw new AppError('origin_not_allowed');
  const feeds = c.env.COMPANY_FEED;
  const feed = feeds.get(feeds.idFromName(ctx.companyId));
  const { type, hash } = holderOf(c);
  const asked = { since: since ?? '', by: type, holder: hash };
  const target = `https://feed/${ctx.companyId}?${new URLSearchParams(asked)}`;
  const response = await feed.fetch(target, { headers: { Upgrade: 'websocket' } });
  return response as unknown as Response;
});

function holderOf(c: Context<AppEnv>): FeedHolder {
  const key = readBearer(c.req.header('Authorization'));
  if (key) return { type: 'api_key', hash: sha256Hex(key) };
  const token = readSessionToken(c.req.header('Cookie'), isSecure(c.req.url));
  if (!token) throw new AppError('not_signed_in');
  return { type: 'session', hash: sha256Hex(token) };
}
