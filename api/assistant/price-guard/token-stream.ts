import { isLatin, mayBeJudged } from './growing-word.ts';
import { tokenAt } from './lexer.ts';
import { Normaliser } from './normalise.ts';
import type { Token } from './token.ts';

/** Cuts a text that arrives in pieces into tokens; the beginning of one waits for its end. */
export class TokenStream {
  private readonly normaliser = new Normaliser();
  /** The beginning of a token, and how much of it is sent already. */
  private rest = '';
  private restSent = 0;

  /** The tokens that are complete now, each with how much of it is sent already. */
  *push(piece: string): Generator<[token: Token, sent: number]> {
    yield* this.read(this.normaliser.push(piece), false);
  }

  *flush(): Generator<[token: Token, sent: number]> {
    yield* this.read(this.normaliser.flush(), true);
  }

  /** Letters of a word that can be no number any more: they need not wait for its end. */
  early(): string {
    const { rest, restSent } = this;
    if (rest.length <= restSent || !isLatin(rest) || mayBeJudged(rest)) return '';
    this.restSent = rest.length;
    return rest.slice(restSent);
  }

  private *read(text: string, complete: boolean): Generator<[token: Token, sent: number]> {
    const source = this.rest + text;
    let at = 0;
    while (at < source.length) {
      const token = tokenAt(source, at, complete);
      if (!token) break;
      at += token.raw.length;
      yield [token, this.restSent];
      this.restSent = 0;
    }
    this.rest = source.slice(at);
  }
}
