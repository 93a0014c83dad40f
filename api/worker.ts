import type { ExecutionContext } from 'hono';
import { createApp } from './app.ts';
import type { Env } from './env.ts';
import { keepHouse } from './keep-house.ts';

export { ConversationRoom } from './chat/room/conversation-room.ts';
export { ApiHost } from './host/api-host.ts';
export { CompanyFeed } from './realtime/company-feed.ts';

const app = createApp();
const HOST = 'host'; // there is one

export default {
  /** Where there is a host, on a single machine, everything runs inside it. */
  fetch(request: Request, env: Env, ctx: ExecutionContext): Response | Promise<Response> {
    const { API_HOST } = env;
    if (!API_HOST) return app.fetch(request, env, ctx);
    return API_HOST.get(API_HOST.idFromName(HOST)).fetch(request as never) as never;
  },

  /** Every few minutes: what no request does. */
  async scheduled(_event: unknown, env: Env): Promise<void> {
    await keepHouse(env);
  },
};
