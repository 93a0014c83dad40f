import { fold } from './match/fold.ts';

const WORDS_MAX = 6; // more would only slow the search down
const NUMBER = /^\+?[\d\s().-]{3,}$/;

/** The pieces that must all occur in a customer's name, e-mail, phone or address. */
export function searchWords(search: string): string[] {
  const text = fold(search).trim();
  const pieces = NUMBER.test(text) ? [text] : text.split(/\s+/).filter(Boolean);
  return pieces.slice(0, WORDS_MAX).map(plainNumber);
}

/** A number is found however it is written; its leading zero is not part of its E.164 form. */
function plainNumber(piece: string): string {
  const digits = piece.replace(/\D/g, '');
  if (!NUMBER.test(piece) || digits.length < 3) return piece;
  return digits.replace(/^0+/, '') || digits;
}
