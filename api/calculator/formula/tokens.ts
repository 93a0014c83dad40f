/** A mistake in a formula, or in what it gives: the reason, and its place within the service. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';
  readonly reason: string;
  /** E.g. lines[2].quantity; empty while only the formula itself is known. */
  readonly place: string;

  constructor(reason: string, place = '') {
    super(place ? `${place}: ${reason}` : reason);
    this.reason = reason;
    this.place = place;
  }
}

export type Token =
  | { type: 'number' | 'text' | 'name' | 'symbol'; value: string; at: number }
  | { type: 'end'; value: ''; at: number };

const PATTERN =
  /\s*(?:(?<number>(?:\d+(?:\.\d+)?|\.\d+))|(?<name>[a-z][a-z0-9_]*)|(?<text>'[^']*'|"[^"]*")|(?<symbol><=|>=|==|!=|[-+*/()<>=,×÷−]))/y;

/** Different characters that mean the same. */
const ALIKE: Record<string, string> = { '×': '*', '÷': '/', '−': '-', '=': '==' };

const DIGITS_MAX = 18; // of one number; more is a typing mistake, not a price

/** Cuts a formula into tokens; throws FormulaError at the first character it does not know. */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  const source = formula.trimEnd();
  let at = 0;
  while (at < source.length) {
    PATTERN.lastIndex = at;
    const match = PATTERN.exec(source);
    if (!match?.groups) throw new FormulaError(unreadable(source, at));
    tokens.push(tokenOf(match.groups, at + match[0].length - match[0].trimStart().length));
    at = PATTERN.lastIndex;
  }
  tokens.push({ type: 'end', value: '', at });
  return tokens;
}

function tokenOf(groups: Record<string, string | undefined>, at: number): Token {
  const { number, name, text, symbol = '' } = groups;
  if (number !== undefined) {
    if (number.length > DIGITS_MAX) throw new FormulaError(`the number ${number} is too long`);
    return { type: 'number', value: number, at };
  }
  if (name !== undefined) return { type: 'name', value: name, at };
  if (text !== undefined) return { type: 'text', value: text.slice(1, -1), at };
  return { type: 'symbol', value: ALIKE[symbol] ?? symbol, at };
}

function unreadable(source: string, at: number): string {
  const rest = source.slice(at).trimStart();
  const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  return `"${character}" at character ${source.length - rest.length + 1} cannot be read`;
}
