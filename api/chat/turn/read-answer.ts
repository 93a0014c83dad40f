import { AnswerFull } from '../../assistant/assistant.ts';
import type { AnswerReport } from '../conversation/conversation-deps.ts';
import { ANSWER_CHARACTERS_MAX } from '../limits.ts';

/** How an answer that reaches its limit ends. */
const ENDINGS = {
  en: '…\n\nThis answer got too long and stops here. Ask me for the part you need.',
  es: '…\n\nEsta respuesta era demasiado larga y termina aquí. Pregúnteme por la parte que necesite.',
};

const BOLD = '**';
const ENDING_CHARACTERS_MAX = 200;
const TEXT_CHARACTERS_MAX = ANSWER_CHARACTERS_MAX - ENDING_CHARACTERS_MAX;

/**
 * Passes an answer's text to `say` piece by piece, as much of it as can be stored: a longer one is cut, ends
 * with a sentence that says so, and its model call is ended by `stop`. Returns the assistant's report.
 */
export async function readAnswer(
  answer: AsyncGenerator<string, AnswerReport>,
  locale: 'en' | 'es',
  stop: AbortController,
  say: (text: string) => void,
): Promise<AnswerReport> {
  let said = '';
  for (;;) {
    const step = await answer.next();
    if (step.done) return step.value;
    if (stop.signal.aborted) continue; // read on for the report
    const left = TEXT_CHARACTERS_MAX - said.length;
    const isFull = step.value.length > left;
    const piece = isFull ? cutAt(step.value, left) : step.value;
    said += piece;
    if (!isFull) {
      say(piece);
      continue;
    }
    const isBold = said.split(BOLD).length % 2 === 0;
    say(piece + (isBold ? BOLD : '') + ENDINGS[locale]);
    stop.abort(new AnswerFull());
  }
}

const words = new Intl.Segmenter('en', { granularity: 'word' });
const WINDOW_CHARACTERS = 200; // words are looked for at the end alone: a whole answer takes 0.4 s

/** The whole words within so many characters; no number at the end, since a part of one is another one. */
function cutAt(piece: string, characters: number): string {
  const from = Math.max(0, characters - WINDOW_CHARACTERS);
  const end = [...words.segment(piece.slice(from, characters))].map(({ segment }) => segment);
  end.pop();
  while (end.length > 0 && !isWord(end.at(-1) ?? '')) end.pop();
  if (end.length === 0 && from > 0) return cutAt(piece, from);
  return piece.slice(0, from) + end.join('');
}

const isWord = (segment: string): boolean => /\p{L}/u.test(segment) && !/\p{N}/u.test(segment);
