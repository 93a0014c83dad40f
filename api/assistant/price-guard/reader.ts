import { END, type Token } from './token.ts';

const SKIPPED_MAX = 24; // spaces and markup between two tokens; more of it separates them

/** Looks around in the tokens of a text; behind `limit` it sees nothing. */
export class Reader {
  readonly tokens: readonly Token[];
  private readonly limit: number;

  constructor(tokens: readonly Token[], limit = tokens.length) {
    this.tokens = tokens;
    this.limit = limit;
  }

  /** The token at an index; END outside the text. */
  at(index: number): Token {
    return index < this.limit ? (this.tokens[index] ?? END) : END;
  }

  /** The first index from `index` on whose token is neither space nor markup. */
  next(index: number): number {
    let found = index;
    const limit = index + SKIPPED_MAX;
    while (isSkipped(this.at(found))) if (++found >= limit) return found;
    return found;
  }

  /** The last index before `index` whose token is neither space nor markup; -1 if none. */
  back(index: number): number {
    let found = index - 1;
    const limit = Math.max(-1, index - SKIPPED_MAX);
    while (found > limit && isSkipped(this.at(found))) found--;
    return found;
  }
}

const isSkipped = ({ kind }: Token) => kind === 'space' || kind === 'mark';
