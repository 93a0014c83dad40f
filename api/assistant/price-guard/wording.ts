import type { Amount } from './find-amount.ts';

export interface WordingContext {
  locale: 'en' | 'es';
  /** The answer's text before the amount, as the model wrote it. */
  before: string;
  /** Whether something was withheld in this answer already: then the invitation was made. */
  again: boolean;
  /** Whether the session has a quote: then its size is known. */
  quoted: boolean;
  /** Whether the next word is one that the amount describes, such as "deposit". */
  describesNext: boolean;
}

/** What stands in the place of an amount: an invitation to have it priced, as a phrase that fits there. */
export function invitation(amount: Amount, context: WordingContext): string {
  return languageOf(context) === 'es' ? spanish(amount, context) : english(amount, context);
}

/** The visitor decides the language of an answer, the site only that of its first words. */
function languageOf({ before, locale }: WordingContext): 'en' | 'es' {
  const spanish = before.match(SPANISH)?.length ?? 0;
  const english = before.match(ENGLISH)?.length ?? 0;
  if (spanish === english) return locale;
  return spanish > english ? 'es' : 'en';
}

const SPANISH =
  /\b(?:el|la|los|las|de|que|es|para|su|con|un|una|por|cuesta|costar[ií]a|ser[ií]a|entre|y|en|unos)\b/giu;
const ENGLISH =
  /\b(?:the|is|of|for|to|and|your|you|it|would|be|costs?|about|that|will|between|from)\b/gi;

function english(amount: Amount, { before, again, quoted, describesNext }: WordingContext): string {
  const article = /\b(a|an|the|your|our|this|that|its|their|any)[\s*_]+$/i.exec(before)?.[1];
  if (article && describesNext)
    return /^an$/i.test(article) ? 'as-yet-unpriced' : 'yet-to-be-priced';
  const how = again
    ? 'I would have to price first'
    : quoted
      ? 'I would have to price first (just ask me for a quote)'
      : 'I can price exactly for you (just tell me the size)';
  if (amount.stated.length > 1) {
    if (/\bbetween\s+$/i.test(before)) return `a low and a high end ${how}`;
    if (/\bfrom\s+$/i.test(before)) return `a low to a high end ${how}`;
    return `${article ? '' : 'a '}range ${how}`;
  }
  if (article) return `${/^an$/i.test(article) ? 'amount' : 'sum'} ${how}`;
  return `an amount ${how}`;
}

function spanish(amount: Amount, { before, again, quoted }: WordingContext): string {
  const how = again
    ? 'que tendría que calcularle primero'
    : quoted
      ? 'que tendría que calcularle primero (solo pídame un presupuesto)'
      : 'que puedo calcularle con exactitud (solo dígame el tamaño)';
  if (amount.stated.length > 1 && /\bentre\s+$/i.test(before))
    return `un mínimo y un máximo ${how}`;
  const article = /\b(el|un|su|este|ese|los|sus|estos|esos)[\s*_]+$/i.exec(before)?.[1];
  if (!article) return `un importe ${how}`;
  return `${/s$/i.test(article) ? 'importes' : 'importe'} ${how}`;
}
