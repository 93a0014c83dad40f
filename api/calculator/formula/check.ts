import { FUNCTIONS } from './functions.ts';
import type { Comparison, Formula } from './parse.ts';
import { FormulaError } from './tokens.ts';

/** What a name stands for: a number, or one of a choice's option ids. */
export type NameType = { type: 'number' } | { type: 'choice'; options: string[] };
export type Names = ReadonlyMap<string, NameType>;

type Type = NameType | { type: 'condition' } | { type: 'text'; value: string };

/** Throws FormulaError unless the formula uses known names and its parts fit together. */
export function checkFormula(formula: Formula, names: Names, wanted: 'number' | 'condition'): void {
  const found = typeOf(formula, names).type;
  if (found !== wanted)
    throw new FormulaError(`it gives ${ARTICLE[found]}, not ${ARTICLE[wanted]}`);
}

const ARTICLE = {
  number: 'a number',
  condition: 'a condition',
  choice: 'a choice',
  text: 'a text',
};

function typeOf(formula: Formula, names: Names): Type {
  switch (formula.type) {
    case 'number':
      return { type: 'number' };
    case 'text':
      return { type: 'text', value: formula.value };
    case 'name':
      return typeOfName(formula.name, names);
    case 'negate':
      checkFormula(formula.operand, names, 'number');
      return { type: 'number' };
    case 'call':
      return typeOfCall(formula.name, formula.args, names);
    case 'binary':
      return typeOfBinary(formula, names);
  }
}

function typeOfName(name: string, names: Names): Type {
  const type = names.get(name);
  if (type) return type;
  throw new FormulaError(`"${name}" is not known here; known are ${[...names.keys()].join(', ')}`);
}

function typeOfCall(name: string, args: Formula[], names: Names): Type {
  if (name === 'if') return typeOfIf(args, names);
  const known = FUNCTIONS.get(name);
  if (!known) {
    throw new FormulaError(
      `there is no function ${name}(); there are if, ${[...FUNCTIONS.keys()].join(', ')}`,
    );
  }
  if (args.length < known.least || args.length > known.most) {
    throw new FormulaError(`${name}() does not take ${args.length} values`);
  }
  for (const arg of args) checkFormula(arg, names, 'number');
  return { type: 'number' };
}

function typeOfIf(args: Formula[], names: Names): Type {
  const [condition, then, otherwise] = args;
  if (!condition || !then || !otherwise || args.length > 3) {
    throw new FormulaError('if() takes a condition, a value and another value');
  }
  checkFormula(condition, names, 'condition');
  checkFormula(then, names, 'number');
  checkFormula(otherwise, names, 'number');
  return { type: 'number' };
}

function typeOfBinary(formula: Formula & { type: 'binary' }, names: Names): Type {
  const { operator } = formula;
  if (operator === '+' || operator === '-' || operator === '*' || operator === '/') {
    checkFormula(formula.left, names, 'number');
    checkFormula(formula.right, names, 'number');
    return { type: 'number' };
  }
  const left = typeOf(formula.left, names);
  const right = typeOf(formula.right, names);
  checkComparison(operator, left, right);
  return { type: 'condition' };
}

function checkComparison(operator: Comparison, left: Type, right: Type): void {
  if (left.type === 'number' && right.type === 'number') return;
  const equality = operator === '==' || operator === '!=';
  if (equality && left.type === 'choice' && right.type === 'text') {
    if (left.options.includes(right.value)) return;
    throw new FormulaError(`'${right.value}' is not one of ${left.options.join(', ')}`);
  }
  throw new FormulaError(
    `${ARTICLE[left.type]} ${operator} ${ARTICLE[right.type]} cannot be compared; a choice is compared as name == 'option'`,
  );
}
