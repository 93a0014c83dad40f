import type { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import type { AppEnv } from '../platform/http.ts';
import { requestDb } from '../platform/request-db.ts';
import { toAppError } from '../platform/tenant-db.ts';
import { referencePage } from './reference-page.ts';

const DESCRIPTION = `Headless API of TradeSphere. Lists are \`{items, next_cursor}\`; money is integer minor units with its currency; errors are RFC 9457 problem documents with a \`code\`.

Limits: a body is at most 64 kB, a message 1 to 4,000 characters. By default 60 turns per visitor and hour, 600 turns per site and hour, 20 chat sessions per address and hour, 10 sign-ups per address and hour, 600 calls per API key and minute; over a limit the answer is 429 with Retry-After and RateLimit headers.`;

/** What describes the API and says whether it is up. */
export function referenceRoutes(app: OpenAPIHono<AppEnv>) {
  const routes = new Hono<AppEnv>();
  routes.get('/api/openapi.json', (c) =>
    c.json(
      app.getOpenAPI31Document({
        openapi: '3.1.0',
        info: { title: 'TradeSphere', version: '0.1.0', description: DESCRIPTION },
        servers: [{ url: new URL(c.req.url).origin }],
      }),
    ),
  );
  routes.get('/api/docs', (c) => c.html(referencePage));
  routes.get('/api/health', async (c) => {
    try {
      await requestDb(c).sql`select 1`;
    } catch (error) {
      throw toAppError(error);
    }
    return c.json({ status: 'ok' });
  });
  return routes;
}
