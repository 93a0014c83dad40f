import { stripHidden } from '../model/strip-hidden.ts';

const DISGUISED = /[\p{Nd}\u066b\u066c\uff01-\uff5e\ufe69\uffe0-\uffe6\u{1d400}-\u{1d7ff}]/gu;
const ZERO_WIDTH_JOINER = '\u200d';
/** Looks for anything but plain text: most pieces have none of it and pass untouched. */
const SUSPECT = /[^\n -~¡-¬®-ɏ–—‘’“”•…€]/;

/**
 * Makes text readable for the guard: hidden characters gone, digits of any script and full-width or
 * mathematical letters as plain ones. A reader sees the same. Works on a stream: half a character at the
 * end of a piece waits for its other half.
 */
export class Normaliser {
  private half = '';
  private last = '';

  push(piece: string): string {
    const text = this.half + piece;
    if (!SUSPECT.test(text)) {
      this.last = text.at(-1) ?? this.last;
      return text;
    }
    const cut = /[\ud800-\udbff]$/.test(text) ? text.length - 1 : text.length;
    this.half = text.slice(cut);
    let out = '';
    for (const char of text.slice(0, cut)) {
      out += this.joinsEmoji(char) ? char : stripHidden(char).replace(DISGUISED, plain);
      this.last = char;
    }
    return out;
  }

  flush(): string {
    const rest = this.half;
    this.half = '';
    return rest;
  }

  /** A joiner after an emoji makes one of two; anywhere else it only hides something. */
  private joinsEmoji(char: string): boolean {
    return char === ZERO_WIDTH_JOINER && /^(?:\p{Extended_Pictographic}|\ufe0f)$/u.test(this.last);
  }
}

/** The same for text that is complete. */
export function normalise(text: string): string {
  const normaliser = new Normaliser();
  return normaliser.push(text) + normaliser.flush();
}

/** Arabic decimal and thousands separators. */
const SEPARATORS: Record<string, string> = { '\u066b': '.', '\u066c': ',' };

function plain(char: string): string {
  const same = SEPARATORS[char] ?? char.normalize('NFKC');
  if (!/^\p{Nd}$/u.test(same) || /\d/.test(same)) return same;
  return String(digitValue(same.codePointAt(0) ?? 0));
}

/** Scripts have their ten digits in a row, so that a digit's value is its distance from the first. */
function digitValue(code: number): number {
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}
