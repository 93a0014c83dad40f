import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaptureOptions } from './capture.types.ts';
import { captureDetails, mainDetails } from './capture-details.ts';

const US: CaptureOptions = { country: 'US' };
const detailsOf = (text: string, options: Partial<CaptureOptions> = {}) =>
  mainDetails(captureDetails(text, { ...US, ...options }));

describe('a whole person in one message', () => {
  it.each([
    [
      'maria lopez 916-555-0134 maria@x.com',
      { name: 'Maria Lopez', phone: '+19165550134', email: 'maria@x.com' },
    ],
    [
      "hi I'm Dave, need a 20x25 paver patio, 916 555 0134",
      { name: 'Dave', phone: '+19165550134' },
    ],
    ["it's Dave, 916 555 0134", { name: 'Dave', phone: '+19165550134' }],
    ['José Núñez, 9165550134', { name: 'José Núñez', phone: '+19165550134' }],
    [
      "hey this is sam o'neil my cell is (916)555-0134",
      { name: "Sam O'Neil", phone: '+19165550134' },
    ],
    ['dave brown, dave@x.co', { name: 'Dave Brown', email: 'dave@x.co' }],
    ["i'm tom price my email is t@p.com", { name: 'Tom Price', email: 't@p.com' }],
    [
      'Bob Smith\n123 Oak St\n916-555-0134',
      { name: 'Bob Smith', address: '123 Oak St', phone: '+19165550134' },
    ],
    [
      '123 Oak St Sacramento CA 95814 916-555-0134 Bob Jones',
      { name: 'Bob Jones', address: '123 Oak St Sacramento CA 95814', phone: '+19165550134' },
    ],
    ['Maria here, 12 Main St', { name: 'Maria', address: '12 Main St' }],
    [
      "i'm dave and i need a patio at 12 main street, folsom",
      { name: 'Dave', address: '12 main street, folsom' },
    ],
    ['THIS IS DAVE SMITH 916-555-0134', { name: 'Dave Smith', phone: '+19165550134' }],
    ["i'm priyanka, 916-555-0134", { name: 'Priyanka', phone: '+19165550134' }],
  ])('%j', (text, expected) => {
    expect(detailsOf(text)).toEqual(expected);
  });

  it('gives the raw span as evidence', () => {
    const text = 'I’m josé o’brien, call (916) 555-0134 ext 3';
    for (const { raw, start, end } of captureDetails(text, US))
      expect(text.slice(start, end)).toBe(raw);
    expect(captureDetails(text, US).map(({ value, raw }) => [value, raw])).toEqual([
      ["José O'Brien", 'josé o’brien'],
      ['+19165550134', '(916) 555-0134 ext 3'],
    ]);
  });
});

describe('e-mails', () => {
  it.each([
    ['my email is Joe.Smith@Gmail.com.', 'joe.smith@gmail.com'],
    ['joe+patio@mail.example.co.uk', 'joe+patio@mail.example.co.uk'],
    ['joe at gmail dot com', 'joe@gmail.com'],
    ['joe dot smith at gmail dot com', 'joe.smith@gmail.com'],
    ['joe (at) example (dot) com', 'joe@example.com'],
    ['joe @ gmail.com', 'joe@gmail.com'],
    ['joe at gmail.com', 'joe@gmail.com'],
    ['joe@gmail,com', 'joe@gmail.com'],
    ['ana arroba gmail punto com', 'ana@gmail.com'],
    ['<joe@x.com>', 'joe@x.com'],
    ['joe@x.com.Please call', 'joe@x.com'],
  ])('%j', (text, email) => {
    expect(detailsOf(text).email).toBe(email);
  });

  it.each([
    'meet me at home dot',
    'look at example.com',
    'reach me at gmail dot com',
    '20 @ 5.50',
    'joe@',
    '@joe',
    'a@b',
    'mulch @ 3 in',
  ])('none in %j', (text) => {
    expect(detailsOf(text).email).toBeUndefined();
  });
});

describe('addresses', () => {
  it.each([
    ['123 Oak St, Sacramento CA 95814', '123 Oak St, Sacramento CA 95814'],
    ['I live at 42 W. Elm Avenue Apt 3', '42 W. Elm Avenue Apt 3'],
    ['the house is at 1200 21st St, need a fence', '1200 21st St'],
    ['100 ft of fence, 6 ft high at 42 Elm Ct', '42 Elm Ct'],
    ['I live at 123 Oak and need a fence', '123 Oak'],
    ['I live at 42 Elm St, Folsom. I need 80 ft', '42 Elm St, Folsom'],
    ['PO Box 123, Folsom CA 95630', 'PO Box 123, Folsom CA 95630'],
    ['Calle Mayor 12, Madrid', 'Calle Mayor 12, Madrid'],
    ['Hauptstraße 12, 10115 Berlin', 'Hauptstraße 12, 10115 Berlin'],
    ['4521 Martin Luther King Blvd', '4521 Martin Luther King Blvd'],
  ])('%j', (text, address) => {
    expect(detailsOf(text).address).toBe(address);
  });

  it.each([
    '20 ft driveway',
    '500 square feet',
    '2 car garage',
    '20x25 patio by the road',
    'need 3 quotes',
    '100 feet along the street',
    '6 ft high by the drive',
  ])('none in %j', (text) => {
    expect(detailsOf(text).address).toBeUndefined();
  });

  it('counts a plain answer when it was asked for', () => {
    expect(detailsOf('55 Quail Hollow, Davis', { asked: 'address' }).address).toBe(
      '55 Quail Hollow, Davis',
    );
  });
});

describe('corrections and other people', () => {
  it.each([
    ['actually my number is 916-555-0199, not 916-555-0134', '+19165550199'],
    ['916-555-0134, sorry, 916-555-0199', '+19165550199'],
    ['my number is 916-555-0134. actually 916-555-0199', '+19165550199'],
    ["not 916-555-0134, it's 916-555-0199", '+19165550199'],
  ])('the latest wins: %j', (text, phone) => {
    const phones = captureDetails(text, US).filter(({ field }) => field === 'phone');
    expect(phones.map(({ value }) => value)).toEqual([phone]);
  });

  it('keeps two phones where nothing is corrected, the first as the main one', () => {
    const text = 'home 916-555-0134, cell 916-555-0199';
    expect(captureDetails(text, US)).toHaveLength(2);
    expect(detailsOf(text).phone).toBe('+19165550134');
  });

  it("leaves out the company's own number", () => {
    expect(detailsOf('I called you at 916-555-0100')).toEqual({});
    expect(detailsOf('is (916) 555-0100 right?', { notTheirs: ['+19165550100'] })).toEqual({});
  });
});

it('never throws, and its evidence is always a part of the text', () => {
  const part = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      "I'm ",
      'Dave',
      '916-555-0134',
      '@x.com',
      ' at ',
      '123 Oak St',
      ', ',
      '\uE000',
      'name: ',
      'ß',
      '\u0130',
    ),
  );
  const text = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
  const asked = fc.constantFrom(undefined, 'name' as const, 'phone' as const, 'address' as const);
  fc.assert(
    fc.property(text, asked, fc.constantFrom('US', 'ES', 'XX', ''), (said, field, country) => {
      for (const { raw, start, end, value } of captureDetails(said, { country, asked: field })) {
        expect(said.slice(start, end)).toBe(raw);
        expect(value.trim()).not.toBe('');
      }
    }),
    { numRuns: 500 },
  );
});
