import type { Formula, Operator } from './parse.ts';

/** What an operation on forty digits costs, as a multiple of an addition (measured with big.js). */
const OF_OPERATOR: Partial<Record<Operator, number>> = { '*': 10, '/': 40 };
const OF_ROOT = 500;

/** What it costs to evaluate a formula, in additions; every branch of an if() counts. */
export function costOf(formula: Formula): number {
  switch (formula.type) {
    case 'binary':
      return (OF_OPERATOR[formula.operator] ?? 1) + costOf(formula.left) + costOf(formula.right);
    case 'negate':
      return 1 + costOf(formula.operand);
    case 'call':
      return formula.args.reduce(
        (sum, arg) => sum + costOf(arg),
        formula.name === 'sqrt' ? OF_ROOT : 2,
      );
    default:
      return 1;
  }
}
