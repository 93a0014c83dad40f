import { describe, expect, it } from 'vitest';
import type { CaptureOptions } from './capture.types.ts';
import { captureDetails, mainDetails } from './capture-details.ts';
import { tellsAnother } from './whose-details.ts';

const found = (text: string, options: Partial<CaptureOptions> = {}) =>
  captureDetails(text, { country: 'US', ...options }).map(({ field, value }) => [field, value]);
const main = (text: string, options: Partial<CaptureOptions> = {}) =>
  mainDetails(captureDetails(text, { country: 'US', ...options }));

describe("someone else's number", () => {
  it.each([
    'call me at 916 555 0101. my husband mike is 916 555 0102',
    "916-555-0101 is mine, my wife's number is 916-555-0102",
    'my son Kyle will be there, his cell is 916-555-0102. mine is 916-555-0101',
    'her number is 916-555-0102, my number is 916-555-0101',
    "my neighbor's phone: 916-555-0102 and mine: 916-555-0101",
    'el numero de mi esposa es 916-555-0102, el mío 916-555-0101',
  ])("is not kept beside the visitor's own: %s", (text) => {
    expect(found(text).filter(([field]) => field === 'phone')).toEqual([['phone', '+19165550101']]);
  });

  it.each(["my wife's number is 916 555 0155", 'you can reach my husband at 916 555 0155'])(
    'is kept where it is the only way to reach them: %s',
    (text) => {
      expect(main(text)).toEqual({ phone: '+19165550155' });
    },
  );

  it("keeps two of the visitor's own", () => {
    expect(found('home 916-555-0101, cell 916-555-0199')).toHaveLength(2);
  });
});

describe('another person who is to be reached', () => {
  it.each([
    ['this is for my neighbour Bob, his number is 916-555-0155', 'Bob', '+19165550155'],
    ['its for my mom, her name is Carol Jones, 916 555 0166', 'Carol Jones', '+19165550166'],
    ['my husband Tom will handle it, his number is 916 555 0177', 'Tom', '+19165550177'],
    ['call my husband Pete at 916 555 0100', 'Pete', '+19165550100'],
    ["I'm Ana, my husband Tom decides, his number is 916 555 0135", 'Tom', '+19165550135'],
    ['soy Luis. para mi vecino Carlos, su telefono es 916 555 0174', 'Carlos', '+19165550174'],
    ['this is his wife, Laura Smith, my cell is 916-555-0188', 'Laura Smith', '+19165550188'],
  ])('comes with their name: %s', (text, name, phone) => {
    expect(main(text)).toEqual({ name, phone });
  });

  it.each([
    ['this is his wife Laura', 'Laura'],
    ['his name is Luis Gomez', 'Luis Gomez'],
  ])('is named first and reached later: %s', (text, name) => {
    expect(main(text)).toEqual({ name });
  });

  it.each([
    'my dog barks, his name is Rex',
    'my husband Tom wants a patio',
    "my wife's name is Ana",
  ])('is not who is only spoken of: %s', (text) => {
    expect(main(text)).toEqual({});
  });

  it('is told by the evidence, and only by it', () => {
    const told = (text: string) => captureDetails(text, { country: 'US' }).map(({ raw }) => raw);
    expect(told('my husband Tom, his number is 916 555 0177')).toEqual([
      'my husband Tom',
      'his number is 916 555 0177',
    ]);
    expect(told('my husband Tom, his number is 916 555 0177').map(tellsAnother)).toEqual([
      true,
      true,
    ]);
    expect(told("I'm Tom, my number is 916 555 0177").map(tellsAnother)).toEqual([false, false]);
  });
});

describe('names that hurried people type', () => {
  it.each([
    ['Ok thx. Mike D. 916-555-0191', 'Mike D.'],
    ['9165550127 jess patio 12x12', 'Jess'],
    ['patio 12x12 jess 9165550126', 'Jess'],
    ['need a fence maria 916-555-0134', 'Maria'],
    ['redwood. 1 gate. Thx -Deb 916 555 0110', 'Deb'],
    [
      "send it to: Mr. Bob O'Neill, 99 King's Row, Unit 4B, Davis CA 95616; bob@example.co.uk",
      "Bob O'Neill",
    ],
    ['Maria de la Cruz 916 555 0134', 'Maria de la Cruz'],
    ['A.J. Foyt 916 555 0112', 'A.J. Foyt'],
    ['fence 100 ft, priya raman 916-555-0134', 'Priya Raman'],
  ])('%s', (text, name) => {
    expect(main(text).name).toBe(name);
  });

  it.each([
    'call mike at 916-555-0134',
    'talk to dave 916-555-0134',
    "it's for maria 916-555-0134",
    'my husband mike 916-555-0134',
    'patio will be 20 ft 916-555-0134',
    'in june 916-555-0134',
  ])('none in: %s', (text) => {
    expect(main(text).name).toBeUndefined();
  });

  it.each(['Six', 'twenty', 'two hundred', 'Fifty', 'seis', 'Not sure yet', 'Whatever'])(
    'no name in the answer %j',
    (text) => {
      expect(main(text, { asked: 'name' }).name).toBeUndefined();
    },
  );
});

describe('a town after the street without a comma', () => {
  it.each([
    ['im at 4412 Folsom Blvd Sacramento', '4412 Folsom Blvd Sacramento'],
    ['221 Elm St Elk Grove', '221 Elm St Elk Grove'],
    ['12 Oak Ln Folsom, call me', '12 Oak Ln Folsom'],
    ['I live at 42 Elm St and need a fence', '42 Elm St'],
    ['42 Elm St Please call', '42 Elm St'],
    ['42 Elm St need a fence', '42 Elm St'],
    ['42 ELM ST NEED A FENCE', '42 ELM ST'],
  ])('%s', (text, address) => {
    expect(main(text).address).toBe(address);
  });
});
