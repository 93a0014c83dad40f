import { fold } from '../price-guard/fold.ts';
import { Normaliser } from '../price-guard/normalise.ts';

const WATCH_WORDS = 4; // a run this long may be a quotation: what follows is held back
const LEAK_WORDS = 9; // a run this long is one; ordinary talk does not get there by chance

const WORDS = /[\p{L}\p{M}\p{N}']+/gu;
const PIECES = /([\p{L}\p{M}\p{N}']+)/u;

/** All runs of words of a text that are long enough to be watched for, and the words that end one. */
export interface WordRuns {
  runs: ReadonlySet<string>;
  ends: ReadonlySet<string | undefined>;
}

export function wordRuns(secret: string): WordRuns {
  const words = (secret.match(WORDS) ?? []).map(fold);
  const runs = words.slice(WATCH_WORDS - 1).map((_, i) => words.slice(i, i + WATCH_WORDS));
  return {
    runs: new Set(runs.map((run) => run.join(' '))),
    ends: new Set(runs.map((run) => run.at(-1))),
  };
}

/**
 * Withholds long verbatim runs of a secret English text from a stream. Text passes at once while its last
 * words do not stand together in the secret. Case, punctuation, markup, hidden characters and
 * letters that only look different do not matter. A paraphrase or
 * a translation passes: what is secret must not matter that much.
 */
export class LeakGuard {
  private readonly secret: WordRuns;
  private readonly normaliser = new Normaliser();
  /** The last words, lower case. */
  private readonly last: string[] = [];
  /** The word that is still growing. */
  private word = '';
  private held = '';
  /** Where in `held` the growing word begins. */
  private wordAt = 0;
  /** How many words in a row stand so in the secret; 0 below WATCH_WORDS. */
  private run = 0;

  constructor(secret: WordRuns) {
    this.secret = secret;
  }

  /** Takes a piece of the answer; returns what may be sent. */
  push(delta: string): string {
    return this.read(this.normaliser.push(delta));
  }

  private read(text: string): string {
    let out = '';
    text.split(PIECES).forEach((piece, i) => {
      const isWord = i % 2 === 1;
      if (isWord && this.word === '') this.wordAt = this.held.length;
      if (isWord) this.word += piece;
      else if (piece) out += this.endWord();
      if (this.run > 0) this.held += piece;
      else out += piece;
    });
    return out;
  }

  /** The answer has ended; returns the rest of it. */
  flush(): string {
    const rest = this.read(this.normaliser.flush()) + this.endWord();
    this.wordAt = this.held.length;
    return rest + this.release();
  }

  /** Counts the word that has ended; returns what that sets free. */
  private endWord(): string {
    if (this.word === '') return '';
    const word = fold(this.word);
    this.word = '';
    this.last.push(word);
    if (this.last.length > WATCH_WORDS) this.last.shift();
    const { runs, ends } = this.secret;
    if (!ends.has(word) || !runs.has(this.last.join(' '))) return this.release();
    this.run = this.run === 0 ? WATCH_WORDS : this.run + 1;
    return '';
  }

  private release(): string {
    const { held, run, wordAt } = this;
    this.held = '';
    this.run = 0;
    return run >= LEAK_WORDS ? ` … ${held.slice(wordAt)}` : held;
  }
}
