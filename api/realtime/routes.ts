import { requirePermission } from '../access/require-permission.ts';
import { AppError } from '../errors.ts';
import { createRouter } from '../platform/router.ts';

/** The dashboard's live feed: a WebSocket that tells the company's outbox from `since` on. */
export const realtimeRoutes = createRouter();

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
