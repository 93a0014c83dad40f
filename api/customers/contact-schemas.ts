import { z } from '@hono/zod-openapi';
import { isEmailFormat } from './match/email-key.ts';

/** Text without NUL, which Postgres cannot hold; blank counts as not given. */
export const plainText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !text.includes('\u0000'), 'must not contain a NUL character')
    .transform((text) => (text === '' ? null : text))
    .nullable();

const email = plainText(254).refine((text) => text === null || isEmailFormat(text), {
  message: 'Write an e-mail address, such as name@example.com.',
});

const phone = plainText(40).refine((text) => text === null || /\d/.test(text), {
  message: 'Write a phone number, such as (916) 555-0134.',
});

/** ISO 3166-1 alpha-2. */
export const country = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, 'must be a two-letter country code')
  .openapi({ example: 'US' });

/** Who a person is and how to reach them; a phone may be written in any way. */
export const contactFields = {
  name: plainText(200).optional().openapi({ example: 'Maria Lopez' }),
  email: email.optional().openapi({ example: 'maria@example.com' }),
  phone: phone.optional().openapi({ example: '(617) 555-0142' }),
  address: plainText(500).optional().openapi({ example: '12 Oak St, Springfield, IL 62701' }),
  country: country.nullable().optional(),
  notes: plainText(4000).optional(),
};

/** Whether anything is said of who the person is. */
export function hasContact(given: {
  name?: string | null | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  address?: string | null | undefined;
}): boolean {
  return Boolean(given.name || given.email || given.phone || given.address);
}
