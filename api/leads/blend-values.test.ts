import { expect, test } from 'vitest';
import { blend, tidy } from './blend-values.ts';
import type { Details, KnownCustomer } from './lead.types.ts';

const known = (values: Partial<KnownCustomer>) =>
  ({
    ...{ id: 'c', name: null, email: null, phone: null, address: null, country: 'US' },
    ...{ verified_fields: [], keys: [] },
    ...values,
  }) as unknown as KnownCustomer;

test('values are stored without needless blanks, phones as E.164, and nothing for nothing', () => {
  const heard = { name: '  Maria\n  Lopez ', email: ' ', phone: '(916) 555-0134' };
  expect(tidy(heard, 'US')).toEqual({ name: 'Maria Lopez', phone: '+19165550134' });
});

test.each([
  [{ email: 'maria.lopez@gmail.com' }, { email: 'MariaLopez+web@gmail.com' }],
  [{ phone: '(916) 555-0134' }, { phone: '+19165550134' }],
  [{ address: '12 Oak Street' }, { address: '12 Oak St.' }],
  [{ name: 'Robert Smith' }, { name: 'Bob Smith' }],
] as [Details, Details][])('a customer with %o hears nothing new in %o', (has, heard) => {
  expect(blend(known(has), heard, null)).toEqual({ changes: {}, kept: {} });
});

test.each([
  ['fills what is blank', {}, { phone: '+19165550134' }, 'changes'],
  ['completes a name', { name: 'Maria' }, { name: 'Maria Lopez' }, 'changes'],
  ['keeps another address beside it', { address: '12 Oak St' }, { address: '7 Elm Ave' }, 'kept'],
  [
    'keeps what completes a verified name beside it',
    { name: 'Maria', verified_fields: ['name'] },
    { name: 'Maria Lopez' },
    'kept',
  ],
] as [string, Partial<KnownCustomer>, Details, 'changes' | 'kept'][])(
  'a chat %s',
  (_, has, heard, where) => {
    expect(blend(known(has), heard, null)).toEqual({ changes: {}, kept: {}, [where]: heard });
  },
);
