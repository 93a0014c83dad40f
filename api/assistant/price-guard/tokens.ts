import { fold, type Meaning, mayBecomeKnown, meaningOf } from './vocabulary.ts';

export interface Token {
  kind: 'number' | 'word' | 'sign' | 'filler' | 'dash' | 'other' | 'end';
  text: string;
  /** For a word: lower case without diacritics. */
  folded: string;
  meaning: Meaning | undefined;
  end: number;
}

/** Thrown where the text so far does not decide: more of it must come. */
export const UNDECIDED = Symbol('undecided');

const WORD = /\p{L}[\p{L}\p{N}\p{M}]*/uy;
/** The code of "USD4500". */
const GLUED_CODE = /^(?:usd|eur|gbp|mxn|cad|aud|nzd)(?=\d)/i;
const NUMBER = /\d+(?:[.,'’]\d+)*/y;
const SIGN = /^\p{Sc}$/u;
/** Spaces, and the markup that models put around and inside amounts. */
const FILLER = /[ \t\u00a0\u2007\u2009\u202f*_`~\\]/;
const DASH = /[-‐‑‒–—−]/;

/** Reads tokens of a text that may still grow; what it says stays true however the text goes on. */
export class TokenReader {
  readonly text: string;
  private readonly complete: boolean;

  constructor(text: string, complete: boolean) {
    this.text = text;
    this.complete = complete;
  }

  at(start: number): Token {
    const char = this.text[start];
    if (char === undefined) {
      if (!this.complete) throw UNDECIDED;
      return token('end', '', start);
    }
    if (char >= '0' && char <= '9') return this.number(start);
    if (/\p{L}/u.test(char) || /[\ud800-\udbff]/.test(char)) return this.word(start);
    if (SIGN.test(char)) return token('sign', char, start + 1);
    if (FILLER.test(char)) return token('filler', char, start + 1);
    return token(DASH.test(char) ? 'dash' : 'other', char, start + 1);
  }

  /** The first token that is not filler. */
  afterFiller(start: number): Token & { start: number } {
    let from = start;
    let next = this.at(from);
    while (next.kind === 'filler') {
      from = next.end;
      next = this.at(from);
    }
    return { ...next, start: from };
  }

  private number(start: number): Token {
    NUMBER.lastIndex = start;
    const text = NUMBER.exec(this.text)?.[0] ?? '';
    const end = start + text.length;
    const next = this.text[end];
    const last = end + 1 >= this.text.length;
    if (!this.complete && (next === undefined || (last && /[.,'’]/.test(next)))) throw UNDECIDED;
    return token('number', text, end);
  }

  private word(start: number): Token {
    const text = wordAt(this.text, start);
    if (text === '') return token('other', this.text[start] ?? '', start + 1);
    const end = start + text.length;
    const folded = fold(text);
    if (!this.complete && end === this.text.length && mayBecomeKnown(folded)) throw UNDECIDED;
    return { kind: 'word', text, folded, meaning: meaningOf(folded), end };
  }
}

/** The word that begins at `start`; a currency's code that is glued to a number ends before it. */
export function wordAt(text: string, start: number): string {
  WORD.lastIndex = start;
  const word = WORD.exec(text)?.[0] ?? '';
  return GLUED_CODE.exec(word)?.[0] ?? word;
}

function token(kind: Token['kind'], text: string, end: number): Token {
  return { kind, text, folded: '', meaning: undefined, end };
}
