import { Decimal } from '../decimals.ts';
import { FormulaError, type Token, tokenize } from './tokens.ts';

export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!=';
export type Operator = '+' | '-' | '*' | '/' | Comparison;

export type Formula =
  | { type: 'number'; value: Decimal }
  | { type: 'text'; value: string }
  | { type: 'name'; name: string }
  | { type: 'call'; name: string; args: Formula[] }
  | { type: 'binary'; operator: Operator; left: Formula; right: Formula }
  | { type: 'negate'; operand: Formula };

export const FORMULA_CHARACTERS_MAX = 400; // a formula that long belongs into derived quantities

/** Loosest first: a comparison, then sums, then products. A comparison does not repeat. */
const LEVELS: { operators: string[]; repeats: boolean }[] = [
  { operators: ['<', '<=', '>', '>=', '==', '!='], repeats: false },
  { operators: ['+', '-'], repeats: true },
  { operators: ['*', '/'], repeats: true },
];

/**
 * Parses the calculator's expression language: decimal numbers, + − × ÷ (or * /), comparisons,
 * parentheses, names of inputs and derived quantities, 'option ids', and functions.
 * @throws FormulaError with the reason
 */
export function parseFormula(formula: string): Formula {
  if (formula.length > FORMULA_CHARACTERS_MAX) {
    throw new FormulaError(`longer than ${FORMULA_CHARACTERS_MAX} characters`);
  }
  const reader = new Reader(tokenize(formula));
  const parsed = level(reader, 0);
  if (reader.peek().type !== 'end') throw unexpected(reader.peek(), 'an operator or the end');
  return parsed;
}

class Reader {
  readonly #tokens: Token[];
  #next = 0;

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  peek(): Token {
    return this.#tokens[this.#next] ?? { type: 'end', value: '', at: 0 };
  }

  take(): Token {
    const token = this.peek();
    this.#next += 1;
    return token;
  }

  /** Takes the symbol when it is next. */
  takes(symbol: string): boolean {
    const token = this.peek();
    if (token.type !== 'symbol' || token.value !== symbol) return false;
    this.#next += 1;
    return true;
  }

  expect(symbol: string): void {
    if (!this.takes(symbol)) throw unexpected(this.peek(), `"${symbol}"`);
  }
}

function level(reader: Reader, depth: number): Formula {
  const rule = LEVELS[depth];
  if (!rule) return unary(reader);
  let left = level(reader, depth + 1);
  for (;;) {
    const token = reader.peek();
    if (token.type !== 'symbol' || !rule.operators.includes(token.value)) return left;
    reader.take();
    const right = level(reader, depth + 1);
    left = { type: 'binary', operator: token.value as Operator, left, right };
    if (!rule.repeats) return left;
  }
}

function unary(reader: Reader): Formula {
  if (reader.takes('-')) return { type: 'negate', operand: unary(reader) };
  return primary(reader);
}

function primary(reader: Reader): Formula {
  const token = reader.take();
  if (token.type === 'number') return { type: 'number', value: new Decimal(token.value) };
  if (token.type === 'text') return { type: 'text', value: token.value };
  if (token.type === 'name') {
    if (!reader.takes('(')) return { type: 'name', name: token.value };
    return { type: 'call', name: token.value, args: callArguments(reader) };
  }
  if (token.value !== '(') throw unexpected(token);
  const inner = level(reader, 0);
  reader.expect(')');
  return inner;
}

function callArguments(reader: Reader): Formula[] {
  const args = [level(reader, 0)];
  while (reader.takes(',')) args.push(level(reader, 0));
  reader.expect(')');
  return args;
}

function unexpected(token: Token, wanted = 'a number, a name or "("'): FormulaError {
  const found = token.type === 'end' ? 'it ends' : `"${token.value}" stands`;
  return new FormulaError(`${found} at character ${token.at + 1} where ${wanted} is expected`);
}
