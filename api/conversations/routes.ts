import { createRoute, z } from '@hono/zod-openapi';
import { pageQuery } from '../platform/cursor.ts';
import { createRouter, idParams, json, problems } from '../platform/http/router.ts';
import { getConversation } from './get-conversation.ts';
import { listConversationMessages } from './list-conversation-messages.ts';
import { listConversations } from './list-conversations.ts';
import { conversationDetailSchema, conversationPage, staffMessagePage } from './schemas.ts';

const tags = ['Conversations'];

/** Staff's view of the chats. */
export const conversationRoutes = createRouter();

conversationRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/conversations',
    tags,
    summary: 'The inbox, newest message first',
    request: {
      query: pageQuery.extend({
        filter: z.enum(['all', 'human', 'unlinked']).default('all').openapi({
          description: '`human`: where a person was asked for; `unlinked`: of nobody known.',
        }),
      }),
    },
    responses: { 200: json(conversationPage, 'A page'), ...problems(400, 401, 403, 422, 429, 503) },
  }),
  async (c) => c.json(await listConversations(c.get('ctx'), c.req.valid('query')), 200),
);

conversationRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/conversations/{id}',
    tags,
    summary: 'One conversation with its lead, quotes and cost',
    request: { params: idParams },
    responses: {
      200: json(conversationDetailSchema, 'The conversation'),
      ...problems(401, 403, 404, 422, 429, 503),
    },
  }),
  async (c) => c.json(await getConversation(c.get('ctx'), c.req.valid('param').id), 200),
);

conversationRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/conversations/{id}/messages',
    tags,
    summary: 'Its messages, oldest first, with the quotes in place',
    request: { params: idParams, query: pageQuery },
    responses: {
      200: json(staffMessagePage, 'A page'),
      ...problems(400, 401, 403, 404, 422, 429, 503),
    },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await listConversationMessages(c.get('ctx'), id, c.req.valid('query')), 200);
  },
);
