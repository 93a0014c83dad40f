import { z } from '@hono/zod-openapi';
import { ALL_PERMISSIONS } from '../access/permissions.ts';

const scope = z.enum(ALL_PERMISSIONS);

export const apiKeyInput = z
  .object({
    name: z.string().trim().min(1).max(80).openapi({ example: 'Website form' }),
    scopes: z
      .array(scope)
      .min(1)
      .transform((scopes) => [...new Set(scopes)])
      .optional()
      .openapi({
        type: 'array',
        items: { type: 'string', enum: ALL_PERMISSIONS },
        description:
          'What the key may do; all that you may, but for keys, members and security events, unless given.',
      }),
    expires_at: z.iso
      .datetime()
      .refine((text) => Date.parse(text) > Date.now(), 'Use a time in the future.')
      .optional()
      .openapi({
        description: 'When the key stops working; never unless given.',
        example: '2030-01-01T00:00:00Z',
      }),
  })
  .openapi('ApiKeyInput');

export const apiKeyView = z
  .object({
    id: z.uuid(),
    name: z.string().openapi({ example: 'Website form' }),
    last_four: z.string().openapi({ description: 'The end of the key, to recognise it by.' }),
    scopes: z.array(z.string()),
    created_at: z.iso.datetime(),
    last_used_at: z.iso.datetime().nullable().openapi({ description: 'To the minute.' }),
    expires_at: z.iso.datetime().nullable().openapi({ description: 'null: never.', example: null }),
    parent_id: z.uuid().nullable().openapi({
      description: 'The key that it was made with; revoking that one revokes this one.',
      example: null,
    }),
    revoked_at: z.iso.datetime().nullable().openapi({ example: null }),
  })
  .openapi('ApiKey');

export const apiKeyWithSecret = apiKeyView
  .extend({ key: z.string().openapi({ description: 'Shown this once.', example: 'sk_…' }) })
  .openapi('ApiKeyWithSecret');

export const apiKeyPage = z
  .object({ items: z.array(apiKeyView), next_cursor: z.string().nullable() })
  .openapi('ApiKeyPage');

export type ApiKeyInput = z.infer<typeof apiKeyInput>;
export type ApiKeyView = z.infer<typeof apiKeyView>;
export type ApiKeyWithSecret = z.infer<typeof apiKeyWithSecret>;
