import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';

import type { AppEnv } from '../platform/http/app-env.ts';
import { requestDb } from '../platform/http/request-db.ts';
import { createRouter, json, problems } from '../platform/http/router.ts';
import { type ApiDocument, completeDocument } from './complete-document.ts';
import { referencePage, referencePolicy } from './reference-page.ts';

const DESCRIPTION = `Headless API of TradeSphere. Lists are \`{items, next_cursor}\`; money is integer minor units with its currency; errors are RFC 9457 problem documents with a \`code\`, whose \`type\` leads to what it means ([all of them](/docs/errors)).

Limits: a body is at most 64 kB, a message 1 to 4,000 characters. By default 60 turns per visitor and hour, 600 turns per site and hour, 20 chat sessions per address and hour, 10 sign-ups and 600 tries to log in per address and hour, 600 calls per API key and minute; over a limit the answer is 429 with Retry-After and RateLimit headers.

Retries: send a POST with an \`Idempotency-Key\` of your own (1 to 255 visible ASCII characters, e.g. a UUID) and it is carried out once. For 24 hours the same request with the same key gets the same status and body, with \`Idempotency-Replayed: true\`, refusals too; another request with it is refused (422 \`idempotency_key_reused\`), and while the first is at work so is the same one (409 \`idempotency_in_progress\`). 5xx and 429 are not kept. A key that was shown once is not shown again: the retry is told which it is (409 \`idempotency_answer_gone\`). The chat's POSTs take ids made by the client instead.`;

/** What the Worker answers gets none of the files' headers. */
const PAGE_HEADERS = {
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': referencePolicy,
};

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
  routes.get('/api/docs', (c) => c.html(referencePage, 200, PAGE_HEADERS));
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/api/health',
      tags: ['Health'],
      summary: 'Whether it serves: answers once the database does',
      responses: { 200: json(up, 'It does'), ...problems(503) },
    }),
    async (c) => {
      await requestDb(c).query((sql) => sql`select 1`);
      return c.json({ status: 'ok' as const }, 200);
    },
  );
  return routes;
}
