import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAddress } from './address-parts.ts';
import { compareAddresses } from './compare-addresses.ts';

const compare = (a: string, b: string) => compareAddresses(parseAddress(a), parseAddress(b));

test.each([
  ['12 Oak Street, Springfield, IL 62701', '12 oak st springfield il 62701', 'same'],
  ['12 Oak St', '12 Oak Street, Springfield, IL 62701-1234', 'same'],
  ['12 N. Oak Ave', '12 North Oak Avenue', 'same'],
  ['12 Oak St Apt 4B', '12 Oak Street #4b', 'same'],
  ['3/42 Smith St, Carlton VIC 3053', 'Unit 3, 42 Smith Street, Carlton VIC 3053', 'same'],
  ['Hauptstraße 12, 10115 Berlin', 'Hauptstrasse 12, 10115 Berlin', 'same'],
  ['6 tullaroop street, willaroo, st james, wa, 4011', '6 tullaroop st, st james wa 4011', 'same'],
  ['12 Okk St, Springfield', '12 Oak St, Springfield', 'place'],
  ['12 Tullarop St, Springfield', '12 Tullaroop St, Springfield', 'similar'],
  ['12 Oak St Apt 4', '12 Oak St Apt 5', 'building'],
  ['12 Oak St, Springfield', '14 Oak St, Springfield', 'street'],
  ['12 N Oak St, Salem', '12 S Oak St, Salem', 'place'],
  ['12 Oak St, Springfield, IL 62701', '9 Elm Rd, Springfield, IL 62701', 'place'],
  ['12 Oak St, Boston, MA 02108', '12 Oak St, Denver, CO 80202', 'street'],
  ['12 Oak St', '9 Elm Rd', 'different'],
])('%s against %s: %s', (a, b, match) => {
  expect(compare(a, b)).toBe(match);
});

test('an empty address is missing, not different', () => {
  expect(compare('', '12 Oak St')).toBe('missing');
  expect(compare(' , ', ' , ')).toBe('missing');
});

test('a place alone says little', () => {
  expect(compare('Springfield IL 62701', '12 Oak St, Springfield, IL 62701')).not.toBe('same');
});

const address = fc
  .array(
    fc.constantFrom(
      '12',
      '14',
      'Oak',
      'Elm',
      'St',
      'N',
      'Apt 4',
      ',',
      'Boston',
      '02108',
      'St James',
      '#5',
    ),
    {
      maxLength: 7,
    },
  )
  .map((words) => words.join(' '));

test('comparing does not depend on the order of the two', () => {
  fc.assert(
    fc.property(address, address, (a, b) => {
      expect(compare(a, b)).toBe(compare(b, a));
    }),
  );
});
