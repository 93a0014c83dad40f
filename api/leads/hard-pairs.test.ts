import { describe, expect, test } from 'vitest';
import { customers } from '../../db/schema/index.ts';
import { testCtx } from '../../db/testing/index.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import type { Details } from './lead.types.ts';
import { recordLead } from './record-lead.ts';
import { apiLead } from './testing.ts';

const PHONE = '617-555-0142';
const EMAIL = 'bob.smith@gmail.com';

async function land(...leads: Details[]): Promise<number> {
  const ctx = await testCtx();
  for (const given of leads) await recordLead(ctx, apiLead(given));
  return (await withTenant(ctx, (tx) => tx.select({ id: customers.id }).from(customers))).length;
}

const onPhone = (a: string, b: string): [Details, Details] => [
  { name: a, phone: PHONE },
  { name: b, phone: '+1 (617) 555-0142 x22' },
];
const onEmail = (a: string, b: string): [Details, Details] => [
  { name: a, email: EMAIL },
  { name: b, email: 'BobSmith+fence@googlemail.com' },
];

describe('one person under two spellings is one customer', () => {
  test.each<[Details, Details]>([
    onPhone('Robert Smith', 'Bob'),
    onPhone('Elizabeth Jones', 'Liz Jones'),
    onPhone('José Ruiz', 'Pepe Ruiz'),
    onPhone('Smith, John', 'john smith'),
    onPhone('Smith John', 'John Smith'),
    onPhone('J.R. Smith', 'John Smith'),
    onPhone('Łukasz Wałęsa', 'Lukasz Walesa'),
    onPhone('Jörg Weiß', 'Joerg Weiss'),
    onPhone('Søren Ørsted', 'Soren Orsted'),
    onPhone('Ana García-López', 'Ana Garcia'),
    onPhone('Pieter van der Berg', 'Pieter Vanderberg'),
    onPhone('Mary Ann Lee', 'Maryann Lee'),
    onPhone('Acme Landscaping LLC', 'Acme Landscaping'),
    onPhone('Homeowner', 'Bob Smith'),
    onEmail('Bill Smith', 'William Smith'),
    onEmail("Pat O'Brien", 'PAT OBRIEN'),
    [
      { name: 'Ana', phone: '+52 1 55 1234 5678' },
      { name: 'Ana', phone: '+525512345678' },
    ],
  ])('%j, %j', async (a, b) => {
    expect(await land(a, b)).toBe(1);
    expect(await land(b, a)).toBe(1);
  });
});

describe('two people who look alike stay two customers', () => {
  test.each<[Details, Details]>([
    onPhone('Bob Smith', 'Jane Smith'),
    onPhone('John Smith Sr', 'John Smith Jr'),
    onPhone('John Smith', 'John Smith Jr.'),
    onPhone('Mario Ruiz', 'Maria Ruiz'),
    onPhone('Samuel Fox', 'Samantha Fox'),
    onPhone('Joe Smith', 'Jo Smith'),
    onPhone('Mr. Smith', 'Mrs. Smith'),
    onPhone('K. Smith', 'John Smith'),
    onPhone('Acme Landscaping LLC', 'Bob Smith'),
    onEmail('Bob Smith', 'Jane Smith'),
    [
      { name: 'Bob', phone: '617-555-1212' },
      { name: 'Bob', phone: '617-555-1212' },
    ],
    [
      { name: 'Bob Smith', email: 'info@acme.com' },
      { name: 'Bob Smith', email: 'info@acme.com' },
    ],
    [
      { name: 'Bob Smith', email: 'bob.smith@gmial.com' },
      { name: 'Bob Smith', email: EMAIL },
    ],
    [
      { name: 'Bob Smith', email: 'bob.smith@acme.com' },
      { name: 'Bob Smith', email: 'bobsmith@acme.com' },
    ],
    [
      { name: 'Robert Smith', address: '12 Oak St, Folsom CA 95630' },
      { name: 'Robert Smith', address: '12 Oak Street, Folsom, CA 95630' },
    ],
  ])('%j, %j', async (a, b) => {
    expect(await land(a, b)).toBe(2);
    expect(await land(b, a)).toBe(2);
  });
});
