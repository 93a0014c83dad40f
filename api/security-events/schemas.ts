import { z } from '@hono/zod-openapi';
import { pageQuery } from '../platform/cursor.ts';
import { KINDS } from './kinds.ts';

/** Postgres knows no year 0. */
const instant = z.iso
  .datetime()
  .refine((text) => !text.startsWith('0000'), 'Use a year from 1 to 9999.')
  .transform((text) => new Date(text));

const instantOf = (description: string) =>
  instant.optional().openapi({ type: 'string', format: 'date-time', description });

export const securityEventsQuery = pageQuery.extend({
  kind: z.enum(KINDS).optional().openapi({ description: 'Only events of this kind.' }),
  from: instantOf('At this time or later.'),
  to: instantOf('Before this time.'),
});

const party = z
  .object({
    type: z.enum(['user', 'api_key']),
    id: z.uuid(),
    name: z.string().nullable().openapi({ description: 'null for a person who has left.' }),
  })
  .openapi('SecurityEventParty');

export const securityEventView = z
  .object({
    id: z.uuid(),
    kind: z.enum(KINDS),
    at: z.iso.datetime(),
    actor: party
      .nullable()
      .openapi({ description: 'null when the request was not authenticated.' }),
    target: party.nullable().openapi({ description: 'The account or key that was acted on.' }),
    network: z.string().openapi({
      description: 'IPv4 address or IPv6 /64 network of the client.',
      example: '203.0.113.7',
    }),
    detail: z.string().nullable().openapi({ example: 'POST /api/sites' }),
    request_id: z.string().openapi({ example: '0190b6a1-6f7e-7c52-9d9b-2f6f3c1e8a44' }),
  })
  .openapi('SecurityEvent');

export const securityEventPage = z
  .object({ items: z.array(securityEventView), next_cursor: z.string().nullable() })
  .openapi('SecurityEventPage');

export type SecurityEventsQuery = z.infer<typeof securityEventsQuery>;
export type SecurityEventView = z.infer<typeof securityEventView>;
