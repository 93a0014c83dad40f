import type { Held } from './verdict.ts';

export interface WordingContext {
  held: Held;
  /** What is replaced. */
  text: string;
  /** The answer's text before it, as the model wrote it. */
  before: string;
  locale: 'en' | 'es';
  /** How often something was withheld in this answer already: then the invitation was made. */
  times: number;
  /** Whether the session has a quote: then its size is known. */
  quoted: boolean;
  /** Whether the next word is one that the amount describes, such as "deposit". */
  describesNext: boolean;
}

const SPELT_OUT_MAX = 3; // later ones are left out: an answer must not grow

/** What stands in the place of a price: an invitation to have it priced, as a phrase that fits there. */
export function invitation(context: WordingContext): string {
  if (context.times >= SPELT_OUT_MAX) return '…';
  const { held, before, text } = context;
  const language = languageOf(
    held.what === 'sentence' ? { ...context, before: `${before} ${text}` } : context,
  );
  if (language === 'other') return sentence(context);
  return language === 'es' ? spanish(context) : english(context);
}

/** In an answer of another language a phrase would not fit: a sentence stands by itself. */
function sentence({ locale, times, before }: WordingContext): string {
  if (times > 0) return '…';
  const gap = before === '' || /\s$/.test(before) ? '' : ' ';
  const said =
    locale === 'es'
      ? '(aquí le calculo el precio exacto: solo dígame el tamaño)'
      : '(I can price this exactly for you: just tell me the size)';
  return `${gap}${said}`;
}

/** The visitor decides the language of an answer, the site only that of its first words. */
function languageOf({ before, locale }: WordingContext): 'en' | 'es' | 'other' {
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]{2}/u.test(before)) return 'other';
  const spanish = before.match(SPANISH)?.length ?? 0;
  const english = before.match(ENGLISH)?.length ?? 0;
  const other = before.match(OTHER)?.length ?? 0;
  if (other > spanish && other > english) return 'other';
  if (spanish === english) return locale;
  return spanish > english ? 'es' : 'en';
}

const SPANISH =
  /(?<!\p{L})(?:el|la|los|las|de|que|es|para|su|con|un|una|por|cuesta|costar[ií]a|ser[ií]a|entre|y|en|unos)(?!\p{L})/giu;
const ENGLISH =
  /(?<!\p{L})(?:the|is|of|for|to|and|your|you|it|would|be|costs?|about|that|will|between|from|we|can|a|at)(?!\p{L})/giu;
const OTHER =
  /(?<!\p{L})(?:le|les|des|du|est|à|pour|vous|environ|une|et|das|der|die|ist|und|für|wir|mit|etwa|kostet|il|che|per|circa|costa|sono|o|os|um|uma|em|custa|fica|het|een|van|voor|ongeveer|kost|to|za|na|około|kosztuje|cho|khoảng|ang|ng|mga|po|sa)(?!\p{L})/giu;

function english(context: WordingContext): string {
  const { before, times, quoted, describesNext, held } = context;
  const ask = times > 0 ? '' : quoted ? ' (just ask me for a quote)' : ' (just tell me the size)';
  if (held.what === 'sentence') return englishSentence(times, quoted);
  if (held.what === 'action') return englishAction(before, ask);
  if (held.what === 'terms') return englishTerms(before, ask);
  if (held.what === 'percent') return `only what a quote says${ask}`;
  const article = /\b(a|an|the|your|our|this|that|its|their|any|each|every)[\s*_]+$/i.exec(
    before,
  )?.[1];
  if (article && describesNext)
    return /^an$/i.test(article) ? 'as-yet-unpriced' : 'yet-to-be-priced';
  const how =
    times > 0 || quoted ? `I would have to price first${ask}` : `I can price exactly for you${ask}`;
  if (held.isRange) {
    if (/\bbetween\s+$/i.test(before)) return `a low and a high end ${how}`;
    if (/\bfrom\s+$/i.test(before)) return `a low to a high end ${how}`;
    return `${article ? '' : 'a '}range ${how}`;
  }
  if (article) return `${/^an$/i.test(article) ? 'amount' : 'sum'} ${how}`;
  return `an amount ${how}`;
}

const STARTS = /(?:^|[.!?\n])[\s*_-]*$/;

function englishSentence(times: number, quoted: boolean): string {
  if (times > 0) return 'I would have to price that first.';
  return quoted
    ? 'I would have to price that first: just ask me for a quote.'
    : 'I can price that exactly for you: just tell me the size.';
}

/** In the place of a verb and what it is said of: "waive the fee". */
function englishAction(before: string, ask: string): string {
  const price = `work out an exact price for you${ask}`;
  if (STARTS.test(before)) return `I can ${price}`;
  if (/(?:\b(?:will|would|can|could|to|and|or|gladly|also)|['’]ll)[\s*_]+$/i.test(before))
    return price;
  if (/\b(?:we|i|they)[\s*_]+$/i.test(before)) return `can ${price}`;
  if (/\byou[\s*_]+$/i.test(before)) return `can get an exact price from me${ask}`;
  return `is something I can price exactly for you${ask}`;
}

function englishTerms(before: string, ask: string): string {
  const price = `a price I can work out exactly for you${ask}`;
  if (/(?:^|[.!?\n])\s*an?[\s*_]+$/i.test(before)) return price.slice(2);
  if (STARTS.test(before)) return `A${price.slice(1)}`;
  if (/\b(?:for|at|with|than)[\s*_]+$/i.test(before)) return price;
  if (
    /\b(?:is|are|be|was|'s|’s|'re|comes?|as|an?)[\s*_]+$/i.test(before) ||
    /\bcompletely[\s*_]+$/i.test(before)
  )
    return `something I can price exactly for you${ask}`;
  return `at ${price}`;
}

function spanish(context: WordingContext): string {
  const { before, times, quoted, held } = context;
  const ask =
    times > 0 ? '' : quoted ? ' (solo pídame un presupuesto)' : ' (solo dígame el tamaño)';
  if (held.what === 'sentence') return spanishSentence(times, quoted);
  if (held.what === 'action')
    return STARTS.test(before)
      ? `Puedo calcularle un precio exacto${ask}`
      : `es algo que puedo calcularle con exactitud${ask}`;
  if (held.what === 'terms') return `a un precio que puedo calcularle con exactitud${ask}`;
  if (held.what === 'percent') return `solo lo que diga una cotización${ask}`;
  const how =
    times > 0 || quoted
      ? `que tendría que calcularle primero${ask}`
      : `que puedo calcularle con exactitud${ask}`;
  if (held.isRange && /\bentre\s+$/i.test(before)) return `un mínimo y un máximo ${how}`;
  const article = /\b(el|un|su|este|ese|los|sus|estos|esos|unos|unas)[\s*_]+$/i.exec(before)?.[1];
  if (!article) return `un importe ${how}`;
  return `${/s$/i.test(article) ? 'importes' : 'importe'} ${how}`;
}

function spanishSentence(times: number, quoted: boolean): string {
  if (times > 0) return 'Eso tendría que calcularlo primero.';
  return quoted
    ? 'Eso tendría que calcularlo primero: solo pídame un presupuesto.'
    : 'Eso se lo puedo calcular con exactitud: solo dígame el tamaño.';
}
