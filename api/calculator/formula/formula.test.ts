import { expect, test } from 'vitest';
import { Decimal, toText } from '../decimals.ts';
import { checkFormula, type Names } from './check.ts';
import { evaluateCondition, evaluateNumber, type Scope } from './evaluate.ts';
import { parseFormula } from './parse.ts';
import { FormulaError } from './tokens.ts';

const names: Names = new Map([
  ['area', { type: 'number' }],
  ['gates', { type: 'number' }],
  ['paver', { type: 'choice', options: ['standard', 'stone'] }],
]);
const scope: Scope = new Map<string, Decimal | string>([
  ['area', new Decimal('500')],
  ['gates', new Decimal('0')],
  ['paver', 'stone'],
]);

function value(source: string): string {
  const formula = parseFormula(source);
  checkFormula(formula, names, 'number');
  return toText(evaluateNumber(formula, scope));
}

test.each([
  ['1 + 2 * 3', '7'],
  ['(1 + 2) × 3', '9'],
  ['10 − 4 - 3', '3'],
  ['24 / 4 ÷ 3', '2'],
  ['-2 * -3', '6'],
  ['2 - -area', '502'],
  ['.5 + 0.25', '0.75'],
  ['0.1 + 0.2', '0.3'],
  ['ceil(450 * 1.1)', '495'],
  ['ceil(100 / 8)', '13'],
  ['ceil(20 / 3 * 3)', '20'],
  ['floor(10 / 3 * 3)', '10'],
  ['ceil(-1.5)', '-1'],
  ['floor(-1.5)', '-2'],
  ['round(2.5)', '3'],
  ['round(1000 * 3 / 12 / 27, 2)', '9.26'],
  ['round(1.005, 2)', '1.01'],
  ['min(3, area, 2)', '2'],
  ['max(3, area, 2)', '500'],
  ['sqrt(area + 76)', '24'],
  ["if(paver == 'stone', 2, 1)", '2'],
  ['if(paver = "standard", 2, 1)', '1'],
  ["if(paver != 'stone', 2, 1)", '1'],
  ['if(area >= 500, 1, 0)', '1'],
  ['if(10 / 3 * 3 == 10, 1, 0)', '1'],
  ['if(area > 500, 1, if(area < 500, 2, 3))', '3'],
  ['if(gates > 0, area / gates, 7)', '7'],
])('%s is %s', (source, expected) => {
  expect(value(source)).toBe(expected);
});

test.each([
  ['', 'it ends at character 1 where a number, a name or "(" is expected'],
  ['1 +', 'it ends at character 4'],
  ['1 2', '"2" stands at character 3 where an operator or the end is expected'],
  ['(1', 'where ")" is expected'],
  ['1,000 + 1', '"," stands at character 2'],
  ['area ^ 2', '"^" at character 6 cannot be read'],
  ['area; drop', '";" at character 5 cannot be read'],
  ['1e999', '"e999" stands at character 2'],
  ['9999999999999999999', 'too long'],
  ['1 < 2 < 3', '"<" stands at character 7'],
  ['height * 2', '"height" is not known here; known are area, gates, paver'],
  ['constructor', '"constructor" is not known here'],
  ['area.toString()', '"." at character 5 cannot be read'],
  ['pow(area, 2)', 'there is no function pow()'],
  ['ceil(1, 2)', 'ceil() does not take 2 values'],
  ['if(area, 1, 2)', 'it gives a number, not a condition'],
  ['if(area > 1, 2)', 'if() takes a condition, a value and another value'],
  ['area > 1', 'it gives a condition, not a number'],
  ['paver * 2', 'it gives a choice, not a number'],
  ["'stone'", 'it gives a text, not a number'],
  ["if(paver == 'stoen', 1, 2)", "'stoen' is not one of standard, stone"],
  ["if(paver < 'stone', 1, 2)", 'cannot be compared'],
  ['if(paver == 1, 1, 2)', 'cannot be compared'],
  ['area / gates', 'division by zero'],
  ['sqrt(0 - area)', 'sqrt() of a negative number'],
  ['round(area, 1.5)', 'round() takes 0 to 10 places'],
  ['999999999 * 999999999 * 999999999', 'too large'],
  [`${'('.repeat(401)}`, 'longer than 400 characters'],
])('%s is refused: %s', (source, reason) => {
  expect(() => value(source)).toThrow(FormulaError);
  expect(() => value(source)).toThrow(reason);
});

test('a condition holds or does not', () => {
  const holds = (source: string) => evaluateCondition(parseFormula(source), scope);
  expect(holds('area < 100')).toBe(false);
  expect(holds('area <= 500')).toBe(true);
  expect(holds("paver == 'stone'")).toBe(true);
  expect(() => holds('area')).toThrow('not a condition');
});

test('no JavaScript number can get into the arithmetic', () => {
  expect(() => new Decimal(0.1)).toThrow();
  expect(() => new Decimal('1').times(1.1)).toThrow();
});
