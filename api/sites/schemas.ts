import { z } from '@hono/zod-openapi';
import { normalizeOrigin } from './normalize-origin.ts';

const ORIGINS_MAX = 50;
const STARTERS_MAX = 5; // what fits above the composer of a phone

const origin = z
  .string()
  .max(300)
  .transform((text, context) => {
    const normal = normalizeOrigin(text);
    if (normal) return normal;
    const message = 'An https origin without a path, e.g. https://www.example.com.';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

const fields = z.object({
  name: z.string().trim().min(1).max(80).openapi({ example: 'Main website' }),
  allowed_origins: z
    .array(origin)
    .max(ORIGINS_MAX)
    .transform((origins) => [...new Set(origins)])
    .openapi({
      type: 'array',
      items: { type: 'string' },
      description:
        'Where the widget may run: https://host, https://*.host for every subdomain, http://localhost:port.',
    }),
  accent: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'A colour such as #1d6b57.')
    .toLowerCase(),
  position: z.enum(['left', 'right']),
  greeting: z.string().trim().min(1).max(300),
  starters: z.array(z.string().trim().min(1).max(60)).max(STARTERS_MAX),
  consent_text: z.string().trim().max(500).nullable(),
  locale: z.enum(['en', 'es']),
});

export const siteInput = fields.partial().required({ name: true }).openapi('SiteInput');
export const sitePatch = fields.partial().openapi('SitePatch');

export const siteView = z
  .object({
    id: z.uuid(),
    name: z.string().openapi({ example: 'Main website' }),
    publishable_key: z.string().openapi({ description: 'Not a secret: it stands in the page.' }),
    allowed_origins: z.array(z.string()),
    accent: z.string(),
    position: z.enum(['left', 'right']),
    greeting: z.string(),
    locale: z.enum(['en', 'es']),
    starters: z.array(z.string()),
    consent_text: z.string().nullable(),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
  })
  .openapi('Site');

export const sitePage = z
  .object({ items: z.array(siteView), next_cursor: z.string().nullable() })
  .openapi('SitePage');

export type SiteInput = z.infer<typeof siteInput>;
export type SitePatch = z.infer<typeof sitePatch>;
export type SiteView = z.infer<typeof siteView>;
