import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Candidate, findLookAlikes, matchLead } from './match-lead.ts';
import type { PersonValues } from './person.ts';

const PHONE = '617-555-0142';
const MAIL = 'maria.lopez@gmail.com';
const HOME = '12 Oak Street, Springfield, IL 62701';

type Given = Omit<PersonValues, 'country'>;

function known(id: string, given: Given, more: Partial<Candidate> = {}): Candidate {
  return { id, country: 'US', emails: [], phones: [], ...given, ...more };
}
const match = (heard: Given, ...candidates: Candidate[]) =>
  matchLead({ country: 'US', ...heard }, candidates);

describe('links by itself', () => {
  test.each<[string, Given, Given]>([
    [
      'same phone, nickname',
      { name: 'Bob Smith', phone: PHONE },
      { name: 'Robert Smith', phone: PHONE },
    ],
    [
      'same phone written otherwise',
      { name: 'Bob Smith', phone: '+1 (617) 555 0142 x9' },
      { name: 'Bob Smith', phone: PHONE },
    ],
    [
      'same phone, initial',
      { name: 'R. Smith', phone: PHONE },
      { name: 'Robert Smith', phone: PHONE },
    ],
    ['same phone, no name heard', { phone: PHONE }, { name: 'Robert Smith', phone: PHONE }],
    ['same phone, no name known', { name: 'Robert', phone: PHONE }, { phone: PHONE }],
    [
      'same e-mail but for dots and case',
      { name: 'Maria Lopez', email: 'MariaLopez+x@gmail.com' },
      { name: 'María López', email: MAIL },
    ],
    [
      'same e-mail, new surname',
      { name: 'Maria Garcia', email: MAIL },
      { name: 'Maria Lopez', email: MAIL },
    ],
    [
      'same e-mail, Jr left out',
      { name: 'John Smith', email: 'js@example.com' },
      { name: 'John Smith Jr', email: 'js@example.com' },
    ],
    [
      'same e-mail, other phone and address',
      { name: 'Maria', email: MAIL, phone: '6175550199', address: '1 Elm Rd' },
      { name: 'Maria Lopez', email: MAIL, phone: PHONE, address: HOME },
    ],
  ])('%s', (_, heard, customer) => {
    const result = match(heard, known('c1', customer));
    expect(result).toMatchObject({ action: 'linked', customerId: 'c1', suggestions: [] });
    expect(result.confidence).toBeGreaterThanOrEqual(0.75);
    expect(result.evidence[0]?.text).toMatch(/^Same (phone|e-mail)/);
  });
});

describe('makes a new customer and suggests', () => {
  test.each<[string, Given, Given, number, number]>([
    [
      'husband and wife on one phone',
      { name: 'Jane Smith', phone: PHONE },
      { name: 'Bob Smith', phone: PHONE },
      0.2,
      0.4,
    ],
    [
      'father and son on one phone',
      { name: 'John Smith Jr', phone: PHONE },
      { name: 'John Smith Sr', phone: PHONE },
      0.2,
      0.4,
    ],
    [
      'only one of them a Jr',
      { name: 'John Smith Jr', phone: PHONE },
      { name: 'John Smith', phone: PHONE },
      0.5,
      0.99,
    ],
    [
      'colleagues on one phone',
      { name: 'Ann Lee', phone: PHONE },
      { name: 'Bob Ray', phone: PHONE },
      0.2,
      0.3,
    ],
    [
      'couple with one e-mail',
      { name: 'Mario Lopez', email: MAIL },
      { name: 'Maria Lopez', email: MAIL },
      0.2,
      0.7,
    ],
    [
      'a shared mailbox',
      { name: 'Ann Lee', email: 'info@acme.com' },
      { name: 'Ann Lee', email: 'info@acme.com' },
      0.5,
      0.9,
    ],
    ['a slip in the e-mail', { email: 'maria.lopes@gmail.com' }, { email: MAIL }, 0.5, 0.9],
    ['a slip in the provider', { email: 'maria.lopez@gmial.com' }, { email: MAIL }, 0.2, 0.9],
    [
      'swapped digits',
      { name: 'Ann Lee', phone: '617-555-0124' },
      { name: 'Ann Lee', phone: PHONE },
      0.5,
      0.9,
    ],
    [
      'same name and address',
      { name: 'Ann Lee', address: HOME },
      { name: 'Ann Lee', address: '12 oak st, springfield il' },
      0.7,
      0.9,
    ],
    [
      'same surname and address',
      { name: 'Ann Lee', address: HOME },
      { name: 'Tom Lee', address: HOME },
      0.2,
      0.4,
    ],
    ['same name', { name: 'Ann Lee' }, { name: 'Ann Lee' }, 0.2, 0.6],
    [
      'same name and town',
      { name: 'Ann Lee', address: '9 Elm Rd, Springfield, IL 62701' },
      { name: 'Ann Lee', address: HOME },
      0.3,
      0.8,
    ],
    [
      'a first name mistyped',
      { name: 'Micheal Roe', phone: PHONE },
      { name: 'Michaela Roe', phone: PHONE },
      0.2,
      0.99,
    ],
  ])('%s', (_, heard, customer, least, most) => {
    const result = match(heard, known('c1', customer));
    expect(result).toMatchObject({ action: 'created', customerId: null });
    expect(result.suggestions).toHaveLength(1);
    expect(result.suggestions[0]?.confidence).toBeGreaterThanOrEqual(least);
    expect(result.suggestions[0]?.confidence).toBeLessThanOrEqual(most);
    expect(result.suggestions[0]?.evidence.length).toBeGreaterThan(0);
  });

  test.each<[string, Given, Given]>([
    [
      'a placeholder phone',
      { name: 'Ann Lee', phone: '000-000-0000' },
      { name: 'Bob Ray', phone: '000-000-0000' },
    ],
    [
      'a placeholder e-mail',
      { name: 'Ann Lee', email: 'none@none.com' },
      { name: 'Bob Ray', email: 'none@none.com' },
    ],
    [
      'the same town',
      { name: 'Ann Lee', address: '1 Elm Rd, Salem' },
      { name: 'Bob Ray', address: '2 Oak St, Salem' },
    ],
    [
      'a common name and nothing else in common',
      { name: 'John Smith', phone: PHONE, email: 'a1234@example.com', address: HOME },
      {
        name: 'John Smith',
        phone: '3125550188',
        email: 'zz@example.com',
        address: '5 Elm Rd, Boston',
      },
    ],
  ])('nobody for %s', (_, heard, customer) => {
    expect(match(heard, known('c1', customer))).toMatchObject({
      action: 'created',
      suggestions: [],
    });
  });
});

describe('with two customers', () => {
  const bob = known('bob', { name: 'Bob Smith', phone: PHONE, email: 'bob@example.com' });
  const jane = known('jane', { name: 'Jane Smith', phone: PHONE });

  test('the name decides who of a household it is', () => {
    expect(match({ name: 'Jane', phone: PHONE }, bob, jane)).toMatchObject({ customerId: 'jane' });
    expect(match({ name: 'Robert', phone: PHONE }, bob, jane)).toMatchObject({ customerId: 'bob' });
  });

  test('without a name nobody is chosen, both are suggested', () => {
    const result = match({ phone: PHONE }, bob, jane);
    expect(result.action).toBe('created');
    expect(result.suggestions.map((s) => s.customer_id).sort()).toEqual(['bob', 'jane']);
  });

  test('without a name the e-mail decides where it can', () => {
    expect(match({ phone: PHONE, email: 'bob@example.com' }, jane, bob).customerId).toBe('bob');
  });

  test('a third of the household becomes a customer', () => {
    expect(match({ name: 'Tim Smith', phone: PHONE }, bob, jane).action).toBe('created');
  });

  test("one's e-mail with another's phone, no name: neither", () => {
    const ann = known('ann', { name: 'Ann Lee', email: 'ann@example.com' });
    const result = match({ email: 'ann@example.com', phone: PHONE }, ann, bob);
    expect(result.action).toBe('created');
    expect(result.suggestions).toHaveLength(2);
  });

  test("one's e-mail with another's phone: the one of that name, the other suggested", () => {
    const ann = known('ann', { name: 'Ann Lee', email: 'ann@example.com' });
    const result = match({ name: 'Ann Lee', email: 'ann@example.com', phone: PHONE }, bob, ann);
    expect(result).toMatchObject({ action: 'linked', customerId: 'ann' });
    expect(result.suggestions.map((s) => s.customer_id)).toEqual(['bob']);
  });

  test('an initial that fits both chooses nobody', () => {
    const john = known('john', { name: 'John Smith', phone: PHONE });
    expect(match({ name: 'J. Smith', phone: PHONE }, john, jane).action).toBe('created');
  });

  test('two records of one person do not make a third', () => {
    const again = known('z', { name: 'Robert Smith', phone: PHONE });
    expect(match({ name: 'Bob Smith', phone: PHONE }, again, bob)).toMatchObject({
      customerId: 'bob',
    });
    expect(
      match({ name: 'Bob', phone: PHONE }, known('y', { name: 'Bob Smith', phone: PHONE }), again)
        .action,
    ).toBe('linked');
  });

  test('further e-mails and phones that a customer is known by count too', () => {
    const more = known(
      'c',
      { name: 'Ann' },
      { emails: ['ann@work.example'], phones: ['+16175550142'] },
    );
    expect(match({ name: 'Ann', email: 'ann@work.example' }, more).customerId).toBe('c');
    expect(match({ name: 'Ann', phone: PHONE }, more).customerId).toBe('c');
  });
});

const names = [
  'Bob Smith',
  'Robert Smith',
  'Jane Smith',
  'R. Smith',
  'John Smith Jr',
  'John Smith Sr',
  'Lopez, Maria',
  'Bob',
  '',
  null,
];
const emails = [
  'bob@example.com',
  'b.ob@gmail.com',
  'bob@gmail.com',
  'info@acme.com',
  'none@none.com',
  'nonsense',
  null,
];
const phones = [PHONE, '617-555-0124', '000-000-0000', 'nonsense', null];
const addresses = [HOME, '12 oak st springfield', '9 Elm Rd, Salem', null];
const person = fc.record({
  name: fc.constantFrom(...names),
  email: fc.constantFrom(...emails),
  phone: fc.constantFrom(...phones),
  address: fc.constantFrom(...addresses),
});
const people = fc
  .array(person, { maxLength: 5 })
  .map((all) => all.map((each, i) => known(`c${i}`, each)));

describe('always', () => {
  test('a link has the same e-mail or phone as evidence', () => {
    fc.assert(
      fc.property(person, people, (heard, candidates) => {
        const { action, evidence } = match(heard, ...candidates);
        const proof = evidence.some(({ text }) => /^Same (e-mail|phone): /.test(text));
        expect(action === 'created' || proof).toBe(true);
      }),
    );
  });

  test('nothing is linked on a name and an address', () => {
    fc.assert(
      fc.property(person, people, ({ name, address }, candidates) => {
        expect(match({ name, address }, ...candidates).action).toBe('created');
      }),
    );
  });

  test("the candidates' order changes nothing", () => {
    fc.assert(
      fc.property(person, people, (heard, candidates) => {
        expect(match(heard, ...[...candidates].reverse())).toEqual(match(heard, ...candidates));
      }),
    );
  });

  test('two people are as alike one way as the other', () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        const there = findLookAlikes(known('a', a), [known('b', b)]);
        const back = findLookAlikes(known('b', b), [known('a', a)]);
        expect(there.map((s) => s.confidence)).toEqual(back.map((s) => s.confidence));
      }),
    );
  });

  test('confidences lie between 0 and 1 and nobody is both linked and suggested', () => {
    fc.assert(
      fc.property(person, people, (heard, candidates) => {
        const { confidence, suggestions, customerId } = match(heard, ...candidates);
        for (const value of [confidence, ...suggestions.map((s) => s.confidence)]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        expect(suggestions.map((s) => s.customer_id)).not.toContain(customerId);
      }),
    );
  });
});
