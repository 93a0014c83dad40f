import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNames, isCompatible } from './compare-names.ts';
import { parseName } from './name-parts.ts';

const compare = (a: string, b: string) => compareNames(parseName(a), parseName(b));

test.each([
  ['Maria Lopez', 'maria LÓPEZ', 'equal', 'equal'],
  ['Lopez, Maria', 'Maria Lopez', 'equal', 'equal'],
  ['Smith Maria', 'Maria Smith', 'equal', 'equal'],
  ['Łukasz Wałęsa', 'Lukasz Walesa', 'equal', 'equal'],
  ['Jörg Weiß', 'Jorg Weiss', 'equal', 'equal'],
  ['Bob Smith', 'Robert Smith', 'nickname', 'equal'],
  ['Bill Smith', 'Will Smith', 'nickname', 'equal'],
  ['Liam Smith', 'William Smith', 'nickname', 'equal'],
  ['Pepe Garcia', 'José García', 'nickname', 'equal'],
  ['Robert "Bob" Smith', 'Bob Smith', 'equal', 'equal'],
  ['R. Smith', 'Robert Smith', 'initial', 'equal'],
  ['Micheal Roe', 'Michael Roe', 'nickname', 'equal'],
  ['Katherine Roe', 'Kathy Roe', 'nickname', 'equal'],
  ['R. Smith', 'Bob Smith', 'initial', 'equal'],
  ['J. Robert Smith', 'Bob Smith', 'nickname', 'equal'],
  ['Mary Ann Lee', 'Maryann Lee', 'equal', 'equal'],
  ['Dr. Robert Smith', 'Robert Smith', 'equal', 'equal'],
  ['Robert Smith, MD', 'Robert Smith', 'equal', 'equal'],
  ['Mr. Smith', 'Robert Smith', 'missing', 'equal'],
  ['Maria', 'Maria Lopez', 'equal', 'missing'],
  ['Lopez', 'Maria Lopez', 'missing', 'equal'],
  ['Maria Lopez', 'Maria Lopez Garcia', 'equal', 'equal'],
  ['Maria de la Cruz', 'Maria Cruz', 'equal', 'equal'],
  ["Pat O'Brien", 'Pat OBrien', 'equal', 'equal'],
  ['Ann Smith-Jones', 'Ann Jones', 'equal', 'equal'],
  ['Bob and Jane Smith', 'Jane Smith', 'equal', 'equal'],
  ['Acme Paving LLC', 'ACME Paving, LLC', 'equal', 'equal'],
  ['Acme Paving LLC', 'Acme Paving', 'equal', 'equal'],
  ['Jörg Weiß', 'Joerg Weiss', 'equal', 'equal'],
  ['Jon Smyth', 'Jon Smith', 'equal', 'similar'],
  ['王小明', '王小明', 'equal', 'missing'],
])('%s and %s: first name %s, surname %s', (a, b, first, last) => {
  expect(compare(a, b)).toMatchObject({ first, last });
  expect(isCompatible(compare(a, b))).toBe(true);
});

test.each([
  ['Bob Smith', 'Jane Smith'],
  ['Mario Lopez', 'Maria Lopez'],
  ['Juan Garcia', 'Juana Garcia'],
  ['Daniel Roe', 'Danielle Roe'],
  ['Aaron Hill', 'Erin Hill'],
  ['Patrick Doyle', 'Peter Doyle'],
  ['Betty Smith', 'Lisa Smith'],
  ['Bob Smith', 'Rob Miller'],
  ['R. Smith', 'Robert Miller'],
  ['Mr. Smith', 'Robert Miller'],
  ['Mr. Smith', 'Mrs. Smith'],
  ['Lopez', 'Maria'],
  ['John Smith Jr', 'John Smith Sr.'],
  ['John Smith II', 'John Smith III'],
  ['Acme Paving LLC', 'Bob Smith'],
  ['Acme Paving LLC', 'Acme'],
  ['Joe Smith', 'Jo Smith'],
  ['Samuel Fox', 'Samantha Fox'],
  ['王小明', '王大明'],
])('%s and %s are not compatible', (a, b) => {
  expect(isCompatible(compare(a, b))).toBe(false);
});

test('a missing name contradicts nobody', () => {
  expect(isCompatible(compareNames(null, parseName('Bob')))).toBe(true);
  for (const nobody of ['N/A', 'unknown', '...', 'Homeowner', ''])
    expect(parseName(nobody)).toBeNull();
});

const name = fc
  .array(
    fc.constantFrom(
      'Bob',
      'Robert',
      'R.',
      'Jane',
      'Smith',
      'Lopez,',
      'Jr',
      'Sr',
      'Mr',
      'and',
      '"Bo"',
      'LLC',
      'Ł',
    ),
    {
      maxLength: 5,
    },
  )
  .map((words) => words.join(' '));

test('comparing does not depend on the order of the two', () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(compare(a, b)).toEqual(compare(b, a));
    }),
  );
});

test('every name is compatible with itself', () => {
  fc.assert(fc.property(name, (a) => isCompatible(compare(a, a))));
});
