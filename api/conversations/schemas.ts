import { z } from '@hono/zod-openapi';
import { quoteViewSchema } from '../calculator/schemas.ts';
import { messageView } from '../chat/schemas.ts';
import { evidenceSchema as evidence } from '../leads/schemas.ts';

const text = z.string().nullable();

const conversationSchema = z
  .object({
    id: z.uuid(),
    status: z.enum(['open', 'human', 'closed']),
    site: z.object({ id: z.uuid(), name: z.string().openapi({ example: 'Main website' }) }),
    customer: z.object({ id: z.uuid(), name: text }).nullable(),
    contact: z.object({ name: text, email: text, phone: text, address: text }),
    last_message: z
      .object({
        role: z.enum(['visitor', 'assistant', 'staff']),
        text: z.string(),
        created_at: z.string(),
      })
      .nullable(),
    message_count: z.number().int(),
    quote_total: z.object({ amount: z.number().int(), currency: z.string() }).nullable(),
    page_url: text,
    human_requested_at: text.openapi({ example: null }),
    created_at: z.iso.datetime(),
    last_message_at: z.iso.datetime(),
  })
  .openapi('Conversation');

export const conversationPage = z.object({
  items: z.array(conversationSchema),
  next_cursor: z.string().nullable(),
});

export const conversationDetailSchema = conversationSchema
  .extend({
    lead: z
      .object({
        id: z.uuid(),
        action: z.enum(['created', 'linked', 'updated']).nullable(),
        confidence: z.number().nullable(),
        evidence,
        suggestions: z.array(
          z.object({ customer_id: z.uuid(), name: text, confidence: z.number(), evidence }),
        ),
      })
      .nullable(),
    quotes: z.array(quoteViewSchema),
    ai_cost_usd: z.string().openapi({ example: '0.0123' }),
  })
  .openapi('ConversationDetail');

export const staffMessagePage = z.object({
  items: z.array(messageView.extend({ assistant: z.enum(['model', 'guided']).nullable() })),
  next_cursor: z.string().nullable(),
});
