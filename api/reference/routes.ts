import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '../platform/http.ts';
import { requestDb } from '../platform/request-db.ts';
import { createRouter, json, problems } from '../platform/router.ts';
import { toAppError } from '../platform/tenant-db.ts';
import { type ApiDocument, completeDocument } from './complete-document.ts';
import { referencePage } from './reference-page.ts';

const DESCRIPTION = `Headless API of TradeSphere. Lists are \`{items, next_cursor}\`; money is integer minor units with its currency; errors are RFC 9457 problem documents with a \`code\`.

Limits: a body is at most 64 kB, a message 1 to 4,000 characters. By default 60 turns per visitor and hour, 600 turns per site and hour, 20 chat sessions per address and hour, 10 sign-ups per address and hour, 600 calls per API key and minute; over a limit the answer is 429 with Retry-After and RateLimit headers.`;

const up = z.object({ status: z.literal('ok') });

/** What describes the API and says whether it is up. */
export function referenceRoutes(app: OpenAPIHono<AppEnv>) {
  const routes = createRouter();
  routes.get('/api/openapi.json', (c) => {
    const info = { title: 'TradeSphere', version: '0.1.0', description: DESCRIPTION };
    const servers = [{ url: new URL(c.req.url).origin }];
    const document = app.getOpenAPI31Document({ openapi: '3.1.0', info, servers });
    return c.json(completeDocument(document as unknown as ApiDocument));
  });
  routes.get('/api/docs', (c) => c.html(referencePage));
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/api/health',
      tags: ['Health'],
      summary: 'Whether it serves: answers once the database does',
      responses: { 200: json(up, 'It does'), ...problems(503) },
    }),
    async (c) => {
      try {
        await requestDb(c).sql`select 1`;
      } catch (error) {
        throw toAppError(error);
      }
      return c.json({ status: 'ok' as const }, 200);
    },
  );
  return routes;
}
