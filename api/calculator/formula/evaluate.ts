import { boundDigits, Decimal, ONE, settle, ZERO } from '../decimals.ts';
import { FUNCTIONS } from './functions.ts';
import type { Formula, Operator } from './parse.ts';
import { FormulaError } from './tokens.ts';

/** The values of inputs and derived quantities: a number, or the id of the option chosen. */
export type Scope = ReadonlyMap<string, Decimal | string>;

const LARGEST = new Decimal('1e18'); // far over any quantity; keeps money within 2^53 minor units

/**
 * The number that a checked formula gives.
 * @throws FormulaError for what only the values show: division by zero, a result too large
 */
export function evaluateNumber(formula: Formula, scope: Scope): Decimal {
  switch (formula.type) {
    case 'number':
      return formula.value;
    case 'name':
      return numberNamed(formula.name, scope);
    case 'negate':
      return ZERO.minus(evaluateNumber(formula.operand, scope));
    case 'call':
      return call(formula.name, formula.args, scope);
    case 'binary':
      return arithmetic(
        formula.operator,
        evaluateNumber(formula.left, scope),
        evaluateNumber(formula.right, scope),
      );
    case 'text':
      throw new FormulaError('a text is not a number');
  }
}

/** Whether a checked condition holds. */
export function evaluateCondition(formula: Formula, scope: Scope): boolean {
  if (formula.type !== 'binary') throw new FormulaError('it is not a condition');
  const { operator, left, right } = formula;
  if (left.type === 'name' && right.type === 'text') {
    return (scope.get(left.name) === right.value) === (operator === '==');
  }
  return compare(
    operator,
    settle(evaluateNumber(left, scope)),
    settle(evaluateNumber(right, scope)),
  );
}

function numberNamed(name: string, scope: Scope): Decimal {
  const value = scope.get(name);
  if (typeof value === 'object') return value;
  throw new FormulaError(`"${name}" has no number`);
}

function call(name: string, args: Formula[], scope: Scope): Decimal {
  if (name === 'if') {
    const [condition, then, otherwise] = args;
    if (!condition || !then || !otherwise) throw new FormulaError('if() is not complete');
    return evaluateNumber(evaluateCondition(condition, scope) ? then : otherwise, scope);
  }
  const known = FUNCTIONS.get(name);
  if (!known) throw new FormulaError(`there is no function ${name}()`);
  return known.apply(args.map((arg) => evaluateNumber(arg, scope)));
}

function arithmetic(operator: Operator, left: Decimal, right: Decimal): Decimal {
  const result = boundDigits(combine(operator, left, right));
  if (result.abs().gt(LARGEST)) throw new FormulaError('the result is too large');
  return result;
}

function combine(operator: Operator, left: Decimal, right: Decimal): Decimal {
  switch (operator) {
    case '+':
      return left.plus(right);
    case '-':
      return left.minus(right);
    case '*':
      return left.times(right);
    case '/':
      if (right.eq(ZERO)) throw new FormulaError('division by zero');
      return left.div(right);
    default:
      return compare(operator, left, right) ? ONE : ZERO;
  }
}

function compare(operator: Operator, left: Decimal, right: Decimal): boolean {
  switch (operator) {
    case '<':
      return left.lt(right);
    case '<=':
      return left.lte(right);
    case '>':
      return left.gt(right);
    case '>=':
      return left.gte(right);
    case '==':
      return left.eq(right);
    case '!=':
      return !left.eq(right);
    default:
      throw new FormulaError(`${operator} does not compare`);
  }
}
