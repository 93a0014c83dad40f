import { createApp } from './app.ts';
import type { Env } from './env.ts';
import { keepHouse } from './keep-house.ts';

export { ConversationRoom } from './chat/room/conversation-room.ts';
export { CompanyFeed } from './realtime/company-feed.ts';

const app = createApp();

export default {
  fetch: app.fetch,

  /** Every few minutes: what no request does. */
  async scheduled(_event: unknown, env: Env): Promise<void> {
    await keepHouse(env);
  },
};
