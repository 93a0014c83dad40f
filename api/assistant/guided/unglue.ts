import type { ServiceView } from '../../calculator/views.ts';
import { phraseWords } from './match-phrases.ts';

const SHORTEST = 5; // letters: "bark2" and shorter words are too often part of something else
const SIZE_END = String.raw`\d(?:\s?(?:sq\.?\s?ft|sqft|sf|lf|ft|feet|foot|'))?`;

interface GluedPatterns {
  beforeSize: RegExp;
  afterSize: RegExp;
}

const patternsOf = new WeakMap<ServiceView[], GluedPatterns | null>();

/** Compiled once for each price list: that takes longer than reading a message. */
function gluedPatterns(services: ServiceView[]): GluedPatterns | null {
  let patterns = patternsOf.get(services);
  if (patterns !== undefined) return patterns;
  const words = services.flatMap(({ name, synonyms }) => [name, ...synonyms].flatMap(phraseWords));
  const known = [...new Set(words)].filter((word) => /^\p{L}+$/u.test(word));
  const named = known.filter((word) => word.length >= SHORTEST).join('|');
  patterns =
    named === ''
      ? null
      : {
          beforeSize: new RegExp(String.raw`(?<!\p{L})((?:${named})s?)(?=\d)`, 'gu'),
          afterSize: new RegExp(String.raw`(?<=${SIZE_END})(?=(?:${named})s?(?!\p{L}))`, 'gu'),
        };
  patternsOf.set(services, patterns);
  return patterns;
}

/**
 * "patio20x25", "100ftfence", "12ft6in": parts what was typed in one, where the company's own words or
 * feet and inches tell how. `text` is lower case.
 */
export function unglue(text: string, services: ServiceView[]): string {
  const apart = text.replace(/(?<=\d(?:ft|feet))(?=\d{1,2}\s?in(?:ch(?:es)?)?(?!\p{L}))/gu, ' ');
  const patterns = gluedPatterns(services);
  if (!patterns) return apart;
  return apart.replace(patterns.beforeSize, '$1 ').replace(patterns.afterSize, ' ');
}
