import { expect, it } from 'vitest';
import { contactFields } from './contact-schemas.ts';

it.each(['(617) 555-0142', '1-800-PAVERS-1', '٩١٦ 555 0142', '', null])(
  'takes a phone however it is written: %j',
  (phone) => {
    expect(contactFields.phone.safeParse(phone).success).toBe(true);
  },
);

it.each(['abc', 'none', 'call my wife', '5\u0000'])('takes no phone that is none: %j', (phone) => {
  expect(contactFields.phone.safeParse(phone).success).toBe(false);
});
