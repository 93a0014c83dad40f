import { END, type Token } from './lexer.ts';

/** Thrown where the text so far does not decide: more of it must come. */
export const UNDECIDED = Symbol('undecided');

const SKIPPED_MAX = 24; // spaces and markup between two tokens; more of it separates them

/** Looks around in the tokens of a text that may still grow; what it says stays true however that goes on. */
export class Reader {
  readonly tokens: readonly Token[];
  private readonly complete: boolean;

  constructor(tokens: readonly Token[], complete: boolean) {
    this.tokens = tokens;
    this.complete = complete;
  }

  at(index: number): Token {
    const token = this.tokens[index];
    if (token) return token;
    if (!this.complete) throw UNDECIDED;
    return END;
  }

  /** The first index from `index` on whose token is neither space nor markup. */
  next(index: number): number {
    let found = index;
    const limit = index + SKIPPED_MAX;
    for (let { kind } = this.at(found); kind === 'space' || kind === 'mark'; ) {
      if (++found >= limit) return found;
      ({ kind } = this.at(found));
    }
    return found;
  }

  /** The last index before `index` whose token is neither space nor markup; -1 if none. */
  back(index: number): number {
    let found = index - 1;
    const limit = Math.max(-1, index - SKIPPED_MAX);
    while (found > limit && isSkipped(this.tokens[found])) found--;
    return found;
  }

  /** The token at an index of what has passed already; END if none. */
  past(index: number): Token {
    return this.tokens[index] ?? END;
  }
}

const isSkipped = (token: Token | undefined) => token?.kind === 'space' || token?.kind === 'mark';
