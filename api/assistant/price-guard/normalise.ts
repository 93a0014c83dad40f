import { stripHidden } from '../model/strip-hidden.ts';

const JOINERS = /^[\u200c\u200d]$/;
/** What a joiner may follow: an emoji, or a letter of a script that shapes its letters. */
const JOINABLE =
  /^(?:\p{Extended_Pictographic}|\ufe0f|\p{Emoji_Modifier}|[[\p{L}\p{M}]&&[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Sinhala}]])$/v;
/** Looks for anything but plain text: most pieces have none of it and pass untouched. */
const SUSPECT = /[^\n -~¡-¬®-ɏ–—‘’“”•…€]/;

/** Removes hidden characters from a stream; half a character at the end of a piece waits for the rest. */
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
      out += JOINERS.test(char) && JOINABLE.test(this.last) ? char : stripHidden(char);
      this.last = char;
    }
    return out;
  }

  flush(): string {
    const rest = this.half;
    this.half = '';
    return rest;
  }
}

/** The same for text that is complete. */
export function normalise(text: string): string {
  const normaliser = new Normaliser();
  return normaliser.push(text) + normaliser.flush();
}
