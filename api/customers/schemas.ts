import { z } from '@hono/zod-openapi';
import { pageQuery } from '../platform/cursor.ts';
import { dayInput, instantInput } from '../platform/instant.ts';
import { contactFields, hasContact, plainText } from './contact-schemas.ts';
import { CUSTOMER_EVENT_TYPES } from './record-event.ts';

export const customerParams = z.object({ id: z.uuid() });

const stage = z.enum(['lead', 'quoted', 'scheduled', 'customer', 'lost']);
const short = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !text.includes('\u0000'), 'must not contain a NUL character');
const tags = z
  .array(short(50))
  .max(50)
  .transform((all) => [...new Set(all)]);

const fields = { ...contactFields, stage: stage.optional(), tags: tags.optional() };
const seen = {
  version: z.number().int().positive().optional().openapi({
    description: 'The version that the change was made from; another one by now is a conflict',
  }),
  updated_at: instantInput.optional(),
};

export const createCustomerInput = z
  .object({ ...fields, source: short(60).optional() })
  .refine(hasContact, {
    path: ['name'],
    message: 'Give at least one of name, e-mail, phone and address.',
  })
  .openapi('CreateCustomerInput');

export const patchCustomerInput = z.object({ ...fields, ...seen }).openapi('PatchCustomerInput');

const emptied = (max: number) =>
  plainText(max)
    .optional()
    .transform((text) => text ?? null);

export const putCustomerInput = z
  .object({
    ...fields,
    ...seen,
    name: emptied(200),
    email: contactFields.email.transform((text) => text ?? null),
    phone: emptied(40),
    address: emptied(500),
    notes: emptied(4000),
    tags: tags.default([]),
  })
  .openapi('PutCustomerInput');

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const since = z.union([dayInput, instantInput]);

export const customersQueryInput = pageQuery.extend({
  search: z
    .string()
    .max(200)
    .refine((text) => !text.includes('\u0000'), 'must not contain a NUL character')
    .optional()
    .openapi({ description: 'Words out of name, e-mail, phone and address, all of them.' }),
  stage: stage.optional().openapi({ description: 'Only those at this stage.' }),
  tag: short(50).optional().openapi({ description: 'Only those with this tag.' }),
  source: short(60).optional().openapi({ description: 'Only those from this source.' }),
  has_email: flag.optional().openapi({ description: 'Only those with an e-mail, or without.' }),
  has_phone: flag.optional().openapi({ description: 'Only those with a phone, or without.' }),
  created_from: since
    .optional()
    .openapi({ description: 'Made on this day, at this time or later.' }),
  created_to: since
    // A day alone means all of it; Postgres reads 24:00 as the midnight that ends it.
    .transform((text) => (text.length > 10 ? text : `${text}T24:00:00Z`))
    .optional()
    .openapi({ description: 'Made before this time, or until the end of this day (UTC).' }),
  sort_by: z
    .enum(['last_activity_at', 'created_at', 'name'])
    .default('last_activity_at')
    .openapi({ description: 'What the list is in the order of.' }),
  sort_order: z
    .enum(['asc', 'desc'])
    .optional()
    .openapi({ description: 'Names run upwards and times downwards unless given.' }),
});

const text = z.string().nullable();
const instant = z.iso.datetime();
const count = z.number().int();

export const customerSchema = z
  .object({
    id: z.uuid(),
    name: text,
    email: text,
    phone: text.openapi({ example: '+16175550142' }),
    address: text,
    country: z.string(),
    stage,
    tags: z.array(z.string()),
    source: z.string(),
    notes: text,
    verified: z.array(z.string()),
    conversation_count: count,
    quote_count: count,
    version: count,
    last_activity_at: instant,
    created_at: instant,
    updated_at: instant,
  })
  .openapi('Customer');

const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next_cursor: z.string().nullable() });

export const customerPage = page(customerSchema);

const actor = z.object({
  type: z
    .string()
    .openapi({ description: '`user`, `api_key`, `visitor` or `system`.', example: 'user' }),
  id: z.string().openapi({ example: '0190b6a1-6f7e-7c52-9d9b-2f6f3c1e8a44' }),
  name: text,
});
const values = z.record(z.string(), z.unknown());

export const eventPage = page(
  z
    .object({
      id: z.uuid(),
      type: z.string().openapi({
        description: `${CUSTOMER_EVENT_TYPES.map((type) => `\`${type}\``).join(', ')}; more may come.`,
        example: 'stage_changed',
      }),
      payload: values.openapi({
        description: 'What there is to know of it; its fields depend on the type.',
        example: { from: 'lead', to: 'quoted' },
      }),
      actor,
      created_at: instant,
    })
    .openapi('CustomerEvent'),
);

export const auditPage = page(
  z
    .object({
      id: z.uuid(),
      seq: count,
      action: z.string().openapi({ example: 'customer.updated' }),
      actor,
      before: values.nullable().openapi({
        description: 'The fields that changed, as they were; null where there was nothing.',
        example: { stage: 'lead' },
      }),
      after: values.nullable().openapi({
        description: 'The same fields as they became.',
        example: { stage: 'quoted' },
      }),
      hash: z.string().openapi({
        description: 'SHA-256 over the row and the hash of the one before it.',
        example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      }),
      created_at: instant,
    })
    .openapi('AuditRow'),
);

export const duplicatesSchema = z.object({
  items: z.array(
    z
      .object({
        customer: z.object({ id: z.uuid(), name: text, email: text, phone: text }),
        confidence: z.number(),
        evidence: z
          .array(z.object({ key: z.string(), text: z.string() }))
          .openapi({ example: [{ key: 'phone', text: 'Same phone: +16175550142' }] }),
      })
      .openapi('Duplicate'),
  ),
});
