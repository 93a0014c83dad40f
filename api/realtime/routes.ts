import { z } from '@hono/zod-openapi';
import { requirePermission } from '../access/require-permission.ts';
import { AppError } from '../errors.ts';
import { createRouter, problems } from '../platform/router.ts';

/** The dashboard's live feed: a WebSocket that tells the company's outbox from `since` on. */
export const realtimeRoutes = createRouter();

realtimeRoutes.openAPIRegistry.registerPath({
  method: 'get',
  path: '/api/feed',
  tags: ['Conversations'],
  summary: "The company's live feed, a WebSocket",
  description:
    'Tells `{type: "hello", cursor}` first, then `{type: "event", cursor, topic, payload}` for everything after `since` (from now on, without it), and `{type: "reset", cursor}` instead where that is too much: load anew.',
  request: {
    query: z.object({
      since: z.string().max(41).optional().openapi({ description: 'The last cursor applied' }),
    }),
  },
  responses: {
    101: { description: 'The WebSocket' },
    ...problems(401, 403, 426, 429, 503),
  },
});

realtimeRoutes.get('/api/feed', async (c) => {
  const ctx = c.get('ctx');
  requirePermission(ctx.actor, 'conversations.read');
  const url = new URL(c.req.url);
  if (c.req.header('Upgrade')?.toLowerCase() !== 'websocket') {
    throw new AppError('websocket_expected');
  }
  const origin = c.req.header('Origin');
  if (origin && origin !== url.origin) throw new AppError('origin_not_allowed');
  const feeds = c.env.COMPANY_FEED;
  const feed = feeds.get(feeds.idFromName(ctx.companyId));
  const target = `https://feed/${ctx.companyId}?since=${url.searchParams.get('since') ?? ''}`;
  const response = await feed.fetch(target, { headers: { Upgrade: 'websocket' } });
  return response as unknown as Response;
});
