import type { Asked } from './intake.ts';

/** What a model's last text asked for, where its question is plain enough; else null. */
export function inferAsked(text: string | undefined): Asked | null {
  const question = lastQuestion(text ?? '').toLowerCase();
  if (!question) return null;
  if (
    /\b(?:your|full|first|a|what|which) name|who should|who am i|su nombre|c[oó]mo se llama|a nombre de/.test(
      question,
    )
  ) {
    return { what: 'name' };
  }
  if (/\b(?:phone|number|e-?mail|reach you|contact|tel[eé]fono|correo)/.test(question)) {
    return { what: 'reach' };
  }
  return null;
}

const AFTER_QUESTION_MAX = 80; // characters; more of them and it was not the last thing said

/** The last sentence with a question mark and what little follows it, or ''. */
function lastQuestion(text: string): string {
  const mark = text.lastIndexOf('?');
  if (mark < 0 || text.length - mark - 1 > AFTER_QUESTION_MAX) return '';
  const ends = ['.', '?', '!', '\n'].map((end) =>
    mark > 0 ? text.lastIndexOf(end, mark - 1) : -1,
  );
  return text.slice(Math.max(...ends) + 1);
}
