import { describe, expect, test } from 'vitest';
import { checkCalculatorConfig } from '../config.ts';
import { testConfigInput, testService } from '../testing.ts';

/** The problems of a config, as "path: message". */
function problems(config: unknown): string[] {
  const checked = checkCalculatorConfig(config);
  return checked.ok ? [] : checked.problems.map(({ path, message }) => `${path}: ${message}`);
}
const ofService = (...args: Parameters<typeof testConfigInput>) =>
  problems(testConfigInput(...args)).join('\n');
const [size, colour] = testService().inputs;
const [line] = testService().lines;
if (!size || !colour || !line) throw new Error('the test service has changed');

test('a sound config is accepted, with its defaults filled in', () => {
  const checked = checkCalculatorConfig(testConfigInput());
  expect(checked).toMatchObject({
    ok: true,
    config: { services: [{ derived: [], lines: [{ rounding: { places: 2, mode: 'nearest' } }] }] },
  });
});

describe('its shape', () => {
  test.each([
    [null, ': Invalid input'],
    [{ ...testConfigInput(), colour: 'red' }, 'Unrecognized key'],
    [{ ...testConfigInput(), currency: 'usd' }, 'currency: must be an ISO 4217 code'],
    [{ ...testConfigInput(), currency: 'ABC' }, 'currency: ABC is not a currency.'],
    [{ ...testConfigInput(), range_percent: '120' }, 'range_percent: 120 % is more than 100 %.'],
    [{ ...testConfigInput(), services: [] }, 'services: '],
    [
      { ...testConfigInput(), services: [testService(), testService()] },
      'services: The service "work" is there twice.',
    ],
  ])('%# is refused', (config, message) => {
    expect(problems(config).join('\n')).toContain(message);
  });

  test('a price as a number is refused, since it would be a float', () => {
    const wrong = { ...line, unit_price: 4.5 };
    const path = 'services[0].lines[0].unit_price: ';
    expect(
      problems({ ...testConfigInput(), services: [{ ...testService(), lines: [wrong] }] }),
    ).toEqual([expect.stringContaining(path)]);
  });

  test.each(['-1', '1e3', 'NaN', '1,000', '1.', '9999999999', '0.1234567'])(
    'the price %s is refused',
    (unit_price) => {
      expect(ofService({ lines: [{ ...line, unit_price }] })).toContain('unit_price');
    },
  );

  test.each(['', '  ', 'a\u0000b', 'a\ud800b', 'x'.repeat(121)])(
    'the label %j is refused',
    (label) => {
      expect(ofService({ lines: [{ ...line, label }] })).toContain('services[0].lines[0].label: ');
    },
  );
});

describe('inputs', () => {
  test.each([
    [{ ...size, min: null }, 'inputs[0]: A number needs a min and a max.'],
    [{ ...size, unit: null }, 'inputs[0].unit: A number needs a unit.'],
    [{ ...size, min: '20000' }, 'inputs[0].min: min is more than max.'],
    [{ ...size, default: '20000' }, 'inputs[0].default: Size must be between 0 and 10000 sq ft.'],
    [{ ...size, default: '05.0' }, 'inputs[0].default: Write an option id or a plain number.'],
    [{ ...size, options: [{ id: 'big', label: 'Big' }] }, '"big" is not a number from min to max.'],
    [{ ...size, options: [{ id: '5.0', label: 'Big' }] }, '"5.0" is not a number from min to max.'],
    [{ ...size, id: 'ceil' }, '"ceil" is a word of the formulas'],
    [{ ...size, id: 'subtotal' }, '"subtotal" is a word of the formulas'],
    [{ ...size, id: '__proto__' }, 'inputs[0].id: must be lower-case letters'],
    [{ ...size, id: 'colour' }, 'The name "colour" is used twice.'],
    [{ ...colour, id: 'size', options: [] }, 'inputs[0].options: A choice needs options.'],
    [{ ...colour, id: 'size', unit: 'ft' as const }, 'A choice has no unit, min or max.'],
    [{ ...colour, id: 'size', default: 'Blue' }, 'inputs[0].default: Write an option id'],
    [{ ...colour, id: 'size', default: 'pink' }, 'inputs[0].default: Colour must be one of'],
    [
      { ...colour, id: 'size', options: [...(colour.options ?? []), { id: 'red', label: 'R' }] },
      'The option "red" is there twice.',
    ],
  ])('%# is refused', (input, message) => {
    expect(ofService({ inputs: [input, colour] })).toContain(message);
  });
});

describe('prices and amounts', () => {
  const by = (prices: Record<string, string>, names = ['colour']) =>
    ofService({ lines: [{ ...line, unit_price: { by: names, prices } }] });

  test.each([
    [by({ red: '1' }), 'lines[0].unit_price.prices: The price for blue is missing.'],
    [by({ red: '1', blue: '2', pink: '3' }), 'There is no option pink.'],
    [by({ red: '1', blue: '2.125' }), 'lines[0].unit_price.prices.blue: 2.125 has more decimals'],
    [by({ red: '1' }, ['size']), 'lines[0].unit_price.by: "size" has no options.'],
    [ofService({ lines: [{ ...line, label: '{shape} stuff' }] }), '{shape} is not known here.'],
    [
      ofService({ lines: [{ ...line, unit_price: '4.505' }] }),
      '4.505 has more decimals than USD has.',
    ],
    [ofService({}, { currency: 'JPY' }), ''],
    [
      ofService({ minimum_charge: { label: 'Least', amount: '0.001' } }),
      'services[0].minimum_charge.amount: 0.001 has more decimals',
    ],
    [
      ofService({ adjustments: [{ kind: 'fee', label: 'Fee' }] }),
      'adjustments[0]: Write either an amount or a percent.',
    ],
    [
      ofService({ adjustments: [{ kind: 'discount', label: 'Off', percent: '101' }] }),
      'adjustments[0].percent: 101 % is more than 100 %.',
    ],
  ])('%# is judged', (found, message) => {
    expect(found).toContain(message);
  });

  test('yen have no decimals, so 10.00 of them is fine and 10.50 is not', () => {
    const yen = { currency: 'JPY' };
    expect(ofService({ lines: [{ ...line, unit_price: '10.00' }] }, yen)).toBe('');
    expect(ofService({ lines: [{ ...line, unit_price: '10.50' }] }, yen)).toContain('than JPY has');
  });
});

describe('formulas', () => {
  const quantity = (formula: string) => ofService({ lines: [{ ...line, quantity: formula }] });

  test('a mistake is told with its path and its reason, once', () => {
    const derived = [{ id: 'panels', formula: 'ciel(size / 8)' }];
    expect(ofService({ derived, lines: [{ ...line, quantity: 'panels' }] })).toBe(
      'services[0].derived[0].formula: "ciel(size / 8)": there is no function ciel(); there are if, ceil, floor, round, min, max, sqrt.',
    );
  });

  test('a derived quantity knows those before it only', () => {
    const derived = [
      { id: 'posts', formula: 'panels + 1' },
      { id: 'panels', formula: 'size / 8' },
    ];
    expect(ofService({ derived })).toContain(
      'derived[0].formula: "panels + 1": "panels" is not known',
    );
  });

  test('an adjustment needs a condition, which may use the subtotal', () => {
    const when = (formula: string) =>
      ofService({ adjustments: [{ kind: 'fee', label: 'Fee', amount: '1', when: formula }] });
    expect(when('subtotal < 100')).toBe('');
    expect(when('subtotal + 1')).toContain(
      'adjustments[0].when: "subtotal + 1": it gives a number',
    );
    expect(quantity('subtotal')).toContain('"subtotal" is not known here');
  });

  test('a division by zero is found by trying the extremes', () => {
    expect(quantity('10 / size')).toBe(
      'services[0].lines[0].quantity: Work cannot be priced for these inputs: lines[0].quantity: division by zero. Tried with size 0, colour red.',
    );
  });

  test('it is found for one option of many, too', () => {
    expect(quantity("if(colour == 'blue', size - 10000.1, size)")).toContain('which is negative');
  });

  test('an amount that is too large for a number is found', () => {
    expect(quantity('size * 999999999999')).toContain(
      'services[0].lines[0]: Work cannot be priced',
    );
  });
});

test('many inputs with many options are tried in part, in little time', () => {
  const options = Array.from({ length: 40 }, (_, i) => ({ id: `o${i}`, label: `Option ${i}` }));
  const inputs = Array.from({ length: 20 }, (_, i) => ({
    ...colour,
    id: `choice${i}`,
    default: null,
    options,
  }));
  expect(ofService({ inputs, lines: [{ ...line, quantity: '1' }] })).toBe('');
  const last = "if(choice19 == 'o39', 1 / 0, 1)";
  expect(ofService({ inputs, lines: [{ ...line, quantity: last }] })).toContain('division by zero');
});
