const WATCH_WORDS = 4; // a run this long may be a quotation: what follows is held back
const LEAK_WORDS = 9; // a run this long is one; ordinary talk does not get there by chance

export interface LeakGuard {
  push(delta: string): string;
  flush(): string;
}

/**
 * Withholds long verbatim runs of a secret text from a stream. Text passes at once while its last words
 * do not stand together in the secret. Case, punctuation and markup do not matter. A paraphrase or a
 * translation passes: what is secret must not matter that much.
 */
export function createLeakGuard(secret: string): LeakGuard {
  return new VerbatimGuard(shingles(secret));
}

const WORD = /[\p{L}\p{N}_]+/gu;

function shingles(secret: string): Set<string> {
  const words = secret.toLowerCase().match(WORD) ?? [];
  return new Set(words.map((_, i) => words.slice(i, i + WATCH_WORDS).join(' ')));
}

class VerbatimGuard implements LeakGuard {
  private readonly secret: Set<string>;
  /** The last words, lower case. */
  private readonly last: string[] = [];
  /** The word that is still growing. */
  private word = '';
  private held = '';
  /** Words in a row that stand so in the secret. */
  private run = 0;
  constructor(secret: Set<string>) {
    this.secret = secret;
  }

  push(delta: string): string {
    let out = '';
    for (const piece of delta.split(/([\p{L}\p{N}_]+)/u)) {
      if (piece === '') continue;
      if (/[\p{L}\p{N}_]/u.test(piece[0] ?? '') || this.joins(piece)) {
        this.word += piece;
        if (this.run > 0) this.held += piece;
        else out += piece;
      } else {
        out += this.endWord();
        if (this.run > 0) this.held += piece;
        else out += piece;
      }
    }
    return out;
  }

  flush(): string {
    return this.endWord() + this.release();
  }

  /** A lone surrogate half, which only together with its other half says what it is. */
  private joins(piece: string): boolean {
    return /^[\ud800-\udfff]$/.test(piece);
  }

  /** Counts the word that has ended; returns what it sets free. */
  private endWord(): string {
    if (this.word === '') return '';
    this.last.push(this.word.toLowerCase());
    this.word = '';
    if (this.last.length > WATCH_WORDS) this.last.shift();
    if (this.secret.has(this.last.join(' '))) {
      this.run = this.run === 0 ? WATCH_WORDS : this.run + 1;
      return '';
    }
    return this.release();
  }

  private release(): string {
    const { held, run } = this;
    this.held = '';
    this.run = 0;
    return run >= LEAK_WORDS ? '…' : held;
  }
}
