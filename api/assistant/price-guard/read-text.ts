import { tokenAt } from './lexer.ts';
import { normalise } from './normalise.ts';
import type { Token } from './token.ts';

/** All tokens of a complete text. */
export function tokensOf(text: string): Token[] {
  const clean = normalise(text);
  const tokens: Token[] = [];
  for (let at = 0; at < clean.length; ) {
    const token = tokenAt(clean, at, true);
    if (!token) break;
    tokens.push(token);
    at += Math.max(1, token.raw.length);
  }
  return tokens;
}
