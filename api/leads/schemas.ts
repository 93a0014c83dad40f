import { z } from '@hono/zod-openapi';
import { contactFields, hasContact } from '../customers/contact-schemas.ts';

export const evidenceSchema = z
  .array(z.object({ key: z.string(), text: z.string() }))
  .openapi({ example: [{ key: 'phone', text: 'Same phone: +16175550142' }] });

export const suggestionsSchema = z.array(
  z.object({ customer_id: z.uuid(), confidence: z.number(), evidence: evidenceSchema }),
);

const action = z.enum(['created', 'linked', 'updated']).nullable();

export const leadInput = z
  .object({
    ...contactFields,
    source: z.string().trim().min(1).max(60).default('api'),
  })
  .refine(hasContact, {
    path: ['name'],
    message: 'Give at least one of name, e-mail, phone and address.',
  })
  .openapi('LeadInput');

export const leadOutcome = z
  .object({
    lead_id: z.uuid(),
    customer_id: z.uuid().nullable(),
    action,
    confidence: z.number().openapi({ description: '0 to 1, that the action is right' }),
    evidence: evidenceSchema,
    suggestions: suggestionsSchema,
  })
  .openapi('LeadOutcome');

const text = z.string().nullable();

export const leadView = z
  .object({
    id: z.uuid(),
    customer_id: z.uuid().nullable(),
    conversation_id: z.uuid().nullable(),
    source: z.string(),
    name: text,
    email: text,
    phone: text,
    address: text,
    country: text,
    notes: text,
    action,
    confidence: z.number().nullable(),
    evidence: evidenceSchema,
    suggestions: suggestionsSchema,
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
  })
  .openapi('Lead');

export type LeadView = z.infer<typeof leadView>;
