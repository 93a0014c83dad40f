import { fold } from './match/fold.ts';

const WORDS_MAX = 6; // more would only slow the search down
const NUMBER = /^\+?[\d\s().-]{3,}$/;

/** The pieces that must all occur in a customer's name, e-mail, phone or address. */
export function searchWords(search: string): string[] {
  const text = fold(search).trim();
  // A number is found however it is written; its leading zero is not part of its E.164 form.
  const digits = text.replace(/\D/g, '');
  if (NUMBER.test(text) && digits.length >= 3) return [digits.replace(/^0+/, '') || digits];
  return text.split(/\s+/).filter(Boolean).slice(0, WORDS_MAX);
}
