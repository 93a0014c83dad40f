import { z } from '@hono/zod-openapi';
import { stripHidden } from '../assistant/model/strip-hidden.ts';
import { quoteViewSchema } from '../calculator/schemas.ts';
import { MESSAGE_CHARACTERS_MAX } from './limits.ts';
import { originAndPath } from './visitor/origin-and-path.ts';

const PAGE_URL_MAX = 2_000;

export const sessionParams = z.object({ id: z.uuid() });

const address = z
  .string()
  .max(PAGE_URL_MAX)
  .transform(originAndPath)
  .openapi({ description: 'Kept without its query and fragment.' });

export const startSessionInput = z.object({
  page_url: address.optional(),
  referrer: address.optional(),
  locale: z.string().max(35).optional().openapi({ example: 'en-US' }),
  visitor_id: z.uuid().optional(),
});

export const messageInput = z.object({
  id: z
    .uuid()
    .openapi({ description: 'Made by the client: the same id again joins the same turn.' }),
  text: z
    .string()
    .max(MESSAGE_CHARACTERS_MAX)
    .refine((text) => stripHidden(text).trim().length > 0, 'Write something first.')
    .openapi({ description: `1 to ${MESSAGE_CHARACTERS_MAX} characters.` }),
});

export const detailsInput = z
  .object({
    name: z.string().trim().max(200).optional(),
    email: z.email().max(254).optional(),
    phone: z.string().trim().max(40).optional(),
    address: z.string().trim().max(500).optional(),
  })
  .refine((details) => Object.values(details).some((value) => value), 'Give at least one of them.');

export const messageView = z
  .object({
    id: z.uuid(),
    role: z.enum(['visitor', 'assistant', 'staff']),
    text: z.string(),
    quote_ids: z.array(z.uuid()),
    quotes: z.array(quoteViewSchema),
    created_at: z.iso.datetime(),
  })
  .openapi('Message');

export const sessionView = z
  .object({
    id: z.uuid(),
    status: z.enum(['open', 'human', 'closed']),
    last_event_id: z.number().int(),
    created_at: z.iso.datetime(),
  })
  .openapi('ChatSession');

export const startedSession = z.object({
  session: sessionView,
  visitor_id: z.uuid(),
  visitor_token: z.string(),
  messages: z.array(messageView),
});

export const widgetConfig = z
  .object({
    site: z.object({
      name: z.string(),
      company_name: z.string(),
      greeting: z.string(),
      locale: z.enum(['en', 'es']),
      accent: z.string(),
      position: z.enum(['left', 'right']),
      consent_text: z.string().nullable(),
      starters: z.array(z.string()),
    }),
    assistant: z.enum(['model', 'guided']),
  })
  .openapi('WidgetConfig');
