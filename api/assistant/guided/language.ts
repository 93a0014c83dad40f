import type { SiteFacts } from '../assistant.ts';
import { inSentence, wordsFor } from './speech/words.ts';

const SPANISH =
  /(?<!\p{L})(?:hola|buenas|buenos d[ií]as|necesit\p{L}+|quier[oe]|quisiera|queremos|cu[aá]nt[oa]s?|cuesta|presupuesto|cotizaci[oó]n|pies|metros|pulgadas|me llamo|mi nombre|soy|tengo|hablar|por favor|d[oó]nde|horario|est[aá]|trabajan|hacen|instalan|vienen|atienden|cubren|hablan|aceptan|tienen|ofrecen|pued[eo]n?s?|llamar(?:me)?|ll[aá]m[ae](?:me|n)?|alguien|cobran|visita|espos[oa]|vecin[oa]|quitan|quitar|viej[oa]s?|tiempo|tambi[eé]n|pensar|medi[oa]|veinte|treinta|cuarenta|cincuenta|hablo|adoquines|cerca|mantillo|puertas)(?!\p{L})|[¿¡]/giu;
/** Also in place names, or said by anybody: "Los Angeles", "ok gracias". */
const HALF_SPANISH =
  /(?<!\p{L})(?:gracias|muchas|es|esto|muy|una|para|con|el|la|los|las|precio|ustedes|usted|adi[oó]s|mi|por|que|voy|bueno)(?!\p{L})/giu;
const ENGLISH =
  /(?<!\p{L})(?:i|i'm|im|the|my|you|your|is|are|do|does|how|much|what|when|need|want|would|can|please|thanks|feet|foot|and|with|for|it|that|of|hi|hello)(?!\p{L})/giu;

/** The language a message is plainly written in; null for "20x25", a name, an "ok". */
export function languageOf(text: string): 'en' | 'es' | null {
  const asked = /(?<!\p{L})(?:(english|ingl[eé]s)|(espa[nñ]ol|spanish))(?!\p{L})/iu.exec(text);
  if (asked) return asked[1] ? 'en' : 'es';
  const count = (words: RegExp) => text.match(words)?.length ?? 0;
  const english = count(ENGLISH);
  const isSpanish = count(SPANISH) > 0 || count(HALF_SPANISH) > 1;
  if (isSpanish) return english === 0 ? 'es' : null;
  return english > 1 ? 'en' : null;
}

/** The facts for an answer in a language that the site's own texts may not be in: questions are ours. */
export function factsIn(locale: 'en' | 'es', facts: SiteFacts): SiteFacts {
  if (locale === facts.locale) return facts;
  const translated = { ...facts, locale };
  const { question } = wordsFor(translated);
  const services = facts.services.map((service) => ({
    ...service,
    inputs: service.inputs.map((input) => ({
      ...input,
      question: `${question[input.kind]} (${
        input.kind === 'choice' || input.kind === 'count'
          ? inSentence(input.label)
          : inSentence(service.name)
      })`,
    })),
  }));
  return { ...translated, services };
}
