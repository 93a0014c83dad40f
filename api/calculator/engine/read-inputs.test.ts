import { describe, expect, test } from 'vitest';
import { priced, refused, testConfig, testService } from '../testing.ts';

const config = testConfig({
  inputs: [
    ...testService().inputs,
    {
      id: 'height',
      label: 'Height',
      question: 'How high?',
      kind: 'height',
      unit: 'ft',
      min: '4',
      max: '8',
      default: '6',
      options: [
        { id: '4', label: '4 ft' },
        { id: '6', label: '6 ft' },
      ],
    },
    {
      id: 'doors',
      label: 'Doors',
      question: 'How many?',
      kind: 'count',
      unit: 'each',
      min: '0',
      max: '9',
      default: '0',
    },
  ],
});
const size = (text: string) => priced(config, 'work', { size: text }).inputs.size;
const problem = (inputs: Record<string, string>) => {
  const refusal = refused(config, 'work', { size: '1', ...inputs });
  return refusal.reason === 'inputs_invalid' ? refusal.fields : refusal.reason;
};

test.each([
  ['500', '500'],
  [' 500 ', '500'],
  ['0500', '500'],
  ['12.50', '12.5'],
  ['.5', '0.5'],
  ['0', '0'],
  ['10000', '10000'],
  ['508.53000000000003', '508.53'],
  ['0.30000000000000004', '0.3'],
])('the number %j is kept as %s', (text, kept) => {
  expect(size(text)).toBe(kept);
});

const PLAIN = 'Size must be a plain number such as 350 or 12.5.';
const LIMITS = 'Size must be between 0 and 10000 sq ft.';

test.each([
  ['-5', LIMITS],
  ['10000.5', LIMITS],
  ['99999999999999999999', LIMITS],
  ['1e999', PLAIN],
  ['1e3', PLAIN],
  ['NaN', PLAIN],
  ['Infinity', PLAIN],
  ['-Infinity', PLAIN],
  ['0x10', PLAIN],
  ['5 ft', PLAIN],
  ['1.', PLAIN],
  ['1..2', PLAIN],
  ['١٢', PLAIN],
  ['1,5', PLAIN],
  ['9'.repeat(41), PLAIN],
  ['1,000', 'Size: write 1000, without thousands separators.'],
  ['12,345,678.9', 'Size: write 12345678.9, without thousands separators.'],
])('the number %j is refused', (text, message) => {
  expect(problem({ size: text })).toEqual([{ path: 'size', message }]);
});

describe('a choice', () => {
  test.each(['blue', 'Blue', ' BLUE '])('%j is the option blue', (text) => {
    expect(priced(config, 'work', { size: '1', colour: text }).inputs.colour).toBe('blue');
  });

  test.each(['bright red', 'scarlet', ''])('%j is the option red', (text) => {
    expect(priced(config, 'work', { size: '1', colour: text }).inputs.colour).toBe('red');
  });

  test.each(['green', '__proto__', '0'])('%j is refused with the options', (text) => {
    const message = 'Colour must be one of red (Bright red), blue (Blue).';
    expect(problem({ colour: text })).toEqual([{ path: 'colour', message }]);
  });
});

test('a number with options takes these only', () => {
  expect(priced(config, 'work', { size: '1', height: '4.0' }).inputs.height).toBe('4');
  expect(problem({ height: '5' })).toEqual([
    { path: 'height', message: 'Height must be one of 4 (4 ft), 6 (6 ft).' },
  ]);
});

test('a count is whole', () => {
  expect(problem({ doors: '1.5' })).toEqual([
    { path: 'doors', message: 'Doors must be a whole number.' },
  ]);
});

test('an input that the service does not have is refused, lest a default be priced for it', () => {
  expect(problem({ hieght: '4' })).toEqual([
    { path: 'hieght', message: 'Work has no input "hieght"; it has size, colour, height, doors.' },
  ]);
});

test('all that is wrong is told at once, and what is missing', () => {
  expect(refused(config, 'work', { colour: 'green', doors: '-1' })).toMatchObject({
    reason: 'inputs_invalid',
    missing: ['size'],
    fields: [{ path: 'colour' }, { path: 'doors', message: 'Doors must be between 0 and 9.' }],
  });
});
