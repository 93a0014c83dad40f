import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaptureOptions } from './capture.types.ts';
import { captureDetails, mainDetails, readDetails } from './capture-details.ts';

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

describe('names', () => {
  it.each([
    ["I'm Maria Lopez", 'Maria Lopez'],
    ['my name is maria lopez', 'Maria Lopez'],
    ['My name is Dave I need mulch', 'Dave'],
    ['this is Bob', 'Bob'],
    ['name: joe schmo', 'Joe Schmo'],
    ['Dave here', 'Dave'],
    ['hey, Jean-Luc Picard here', 'Jean-Luc Picard'],
    ['call me Al', 'Al'],
    ["I'm O'Brien", "O'Brien"],
    ['me llamo Łukasz Kowalski', 'Łukasz Kowalski'],
    ['soy Ana Gómez y necesito un patio', 'Ana Gómez'],
    ['mi nombre es pedro', 'Pedro'],
    ["i'm Juan de la Cruz", 'Juan de la Cruz'],
    ['im dave smith looking for a fence 100 ft', 'Dave Smith'],
    ["I'm Dave from Folsom", 'Dave'],
    ["I'm Priyanka", 'Priyanka'],
    ['Need a quote for 500 sq ft. - Dave', 'Dave'],
    ['Need a quote for my patio.\nThanks,\nDave Smith', 'Dave Smith'],
    ['my name is RONALD MCDONALD', 'Ronald McDonald'],
    ["i'm mr. lopez", 'Mr. Lopez'],
    ['Dave Smith Jr here', 'Dave Smith Jr'],
  ])('%j', (text, name) => {
    expect(detailsOf(text).name).toBe(name);
  });

  it.each([
    "I'm looking for a quote",
    "I'm interested in pavers",
    "I'm in Sacramento",
    "It's Sacramento",
    'this is great',
    'This is Urgent',
    'my wife wants a fence',
    "my wife's name is Ana",
    "what's your name?",
    'soy de Sacramento',
    'soy dueño de casa',
    "i'm a homeowner",
    "I'm done",
    "I'm good",
    'i am sure',
    "I'M LOOKING FOR A FENCE",
    "I'm Ready To Start",
    'call me tomorrow',
    'call me maybe',
    'call me at 916-555-0134',
    'quote please 916-555-0134',
    'paver patio 916-555-0134',
    'new driveway, Folsom, 916-555-0134',
    "it's may already",
    "it's 20x25",
    'is anyone here',
    'we live here',
    "I'm not from here",
    'thanks dave',
    'This is a test',
    "i'm confused",
    "i'm on a budget",
    'hello there',
    'email me at joe@x.com',
  ])('none in %j', (text) => {
    expect(detailsOf(text).name).toBeUndefined();
  });

  it.each([
    ['dave', 'Dave'],
    ['Dave Smith', 'Dave Smith'],
    ['dave smith', 'Dave Smith'],
    ['priyanka subramaniam', 'Priyanka Subramaniam'],
    ['smith', 'Smith'],
    ["it's mr. lopez", 'Mr. Lopez'],
    ['put it under maria', 'Maria'],
    ['sure, Bob', 'Bob'],
    ['thanks, Dave', 'Dave'],
    ['dave, 916-555-0134', 'Dave'],
    ['Maria Lopez please', 'Maria Lopez'],
    ['Tom and Anne Miller', 'Tom'],
    ['al', 'Al'],
    ['Nguyễn Thị Hoa', 'Nguyễn Thị Hoa'],
  ])('asked for it: %j', (text, name) => {
    expect(detailsOf(text, { asked: 'name' }).name).toBe(name);
  });

  it.each([
    'no thanks',
    'just a ballpark',
    'yes',
    'no',
    'ok',
    'why?',
    'why',
    '500 sq ft',
    '20x25',
    'how much is it',
    'fence',
    "I'd rather not say",
    'ok thanks bye',
    'dont want to give it',
    'skip',
    'nunya',
    'not yet',
    'later',
    'hmmm',
    'lol',
    'anonymous',
    'john@example.com',
    '?',
    'what do you need it for',
  ])('asked for it, but not given: %j', (text) => {
    expect(detailsOf(text, { asked: 'name' }).name).toBeUndefined();
  });
});

describe('phones', () => {
  it.each([
    ['916-555-0134', '+19165550134'],
    ['(916) 555-0134', '+19165550134'],
    ['916.555.0134', '+19165550134'],
    ['9165550134', '+19165550134'],
    ['1-916-555-0134', '+19165550134'],
    ['+1 916 555 0134', '+19165550134'],
    ['916 555-0134 ext. 22', '+19165550134'],
    ['my cell is 916 55 50 134', '+19165550134'],
    ['+44 20 7946 0958', '+442079460958'],
    ['+34 612 34 56 78', '+34612345678'],
    ['my number is nine one six five five five zero one three four', '+19165550134'],
    ['zip is 95814, 916-555-0134', '+19165550134'],
  ])('%j', (text, phone) => {
    expect(detailsOf(text).phone).toBe(phone);
  });

  it.each([
    ['612 345 678', 'ES', '+34612345678'],
    ['020 7946 0958', 'GB', '+442079460958'],
    ['0171 2938475', 'DE', '+491712938475'],
  ])('%j in the format of %s', (text, country, phone) => {
    expect(detailsOf(text, { country }).phone).toBe(phone);
  });

  it.each([
    '20x25',
    '500 sq ft',
    '1000 x 2000 ft',
    '$1200',
    '95814',
    '95814-1234',
    '2024',
    '05/12/2026',
    '2026-05-12',
    'from 5/12/2026 to 6/1/2026',
    '1,200 sqft',
    '20 25 30 40',
    '100 200 3000 sq ft',
    'order #9165550134',
    '$9165550134',
    '100-120 feet',
    '12345',
    '9165550134 sq ft',
  ])('none in %j', (text) => {
    expect(detailsOf(text).phone).toBeUndefined();
  });

  it.each([
    ['555-5555', 'placeholder'],
    ['000-000-0000', 'placeholder'],
    ['123-456-7890', 'placeholder'],
    ['999-999-9999', 'placeholder'],
    ['916-555-5555', 'placeholder'],
    ['555-0134', 'incomplete'],
    ['my number is 555 0134', 'incomplete'],
  ])('%j is flagged as %s and not captured', (text, reason) => {
    const { details, unusable } = readDetails(text, US);
    expect(details).toEqual([]);
    expect(unusable.map((one) => one.reason)).toEqual([reason]);
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
