import type { Asked } from './intake.ts';

/** What a model's last text asked for, where its question is plain enough; else null. */
export function inferAsked(text: string | undefined): Asked | null {
  const question = /[^.?!\n]*\?[^?]{0,80}$/u.exec(text ?? '')?.[0]?.toLowerCase();
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
