import type { ServiceInputView, ServiceView } from '../../calculator/views.ts';
import { firstMatches, textBefore } from '../../platform/nearby-text.ts';
import { phraseWords } from './match-phrases.ts';
import { findOption } from './match-services.ts';

const MATERIALS =
  /(?<!\p{L})(?:vinyl|pvc|plastic|chain[ -]?link|cyclone|wrought[ -]?iron|iron|alumin(?:i)?um|steel|metal|composite|trex|bamboo|barbed[ -]?wire|wire|hog[ -]?wire|stucco|rubber|asphalt|gravel|stamped|poured|decomposed granite|straw|river rock|vinilo|malla|hierro|metal|pl[aá]stico|caucho)(?!\p{L})/gu;
/** Told right before the service, as in "brick fence"; elsewhere they are of something else. */
const BEFORE_SERVICE =
  /(?<!\p{L})(?:brick|stone|block|cinder ?block|split[ -]rail|cypress|pine straw)(?=\s+(?:fenc|mulch|patio|wall))/gu;
/** Never an option's own word: stamped concrete is no concrete paver. */
const NEVER_OFFERED = /(?<!\p{L})(?:stamped|poured)(?!\p{L})/u;
/** Material that is there already, or that is not wanted. */
const NOT_WANTED =
  /(?<!\p{L})(?:old|existing|current|remov\p{L}*|replac\p{L}*|tear\p{L}*|rip\p{L}*|take (?:out|down)|get rid of|not|no|n't want|instead of|without|over|next to|viej[oa]|quitar|sin)(?!\p{L})[^,.;?!\d]{0,25}$/u;

const NAMED_MAX = 30; // materials of one message

/** The choice that a message answers with a material nobody offers: "chain link", "vinyl". */
export function otherMaterial(text: string, service: ServiceView): ServiceInputView | null {
  const input = service.inputs.find(({ kind }) => kind === 'choice');
  if (!input) return null;
  if (findOption(text, input) !== null && !NEVER_OFFERED.test(text)) return null;
  const own = new Set([service.name, ...service.synonyms].flatMap(phraseWords));
  const found = [MATERIALS, BEFORE_SERVICE]
    .flatMap((named) => [...firstMatches(text, named, NAMED_MAX)])
    .some(
      (match) =>
        !NOT_WANTED.test(textBefore(text, match.index)) &&
        !phraseWords(match[0]).some((word) => own.has(word)),
    );
  return found ? input : null;
}
