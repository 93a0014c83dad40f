import type { Mention } from './match-services.ts';
import type { Measure } from './sizes/measures.ts';

/** The one service a mention names, or null where it could be several. */
export const single = (mention: Mention): string | null =>
  mention.services.length === 1 ? (mention.services[0] ?? null) : null;

/** Gives each size to the service named in its clause, else to the one named before, else after it. */
export function shareMeasures(
  text: string,
  mentions: Mention[],
  measures: Measure[],
  carried: string | null,
): Map<string, Measure[]> {
  const shared = new Map<string, Measure[]>();
  for (const measure of measures) {
    const owner = ownerOf(text, measure, mentions) ?? carried;
    if (owner) shared.set(owner, [...(shared.get(owner) ?? []), measure]);
  }
  return shared;
}

const BREAK = /[,;.!?\n]|(?<![\p{L}])(?:and|plus|also|then|with|y|tambi[eé]n|m[aá]s)(?![\p{L}])/u;

const CLAUSE_CHARACTERS_MAX = 300; // a service and its size are nearer

function ownerOf(text: string, measure: Measure, mentions: Mention[]): string | null {
  const near = mentions.map((mention) => {
    const after = mention.start >= measure.end;
    const gap = after
      ? text.slice(measure.end, mention.start)
      : text.slice(mention.end, measure.start);
    const joined = gap.length <= CLAUSE_CHARACTERS_MAX && !BREAK.test(gap);
    return { id: single(mention), after, joined, distance: gap.length };
  });
  const closest = (list: typeof near) =>
    [...list].sort((a, b) => a.distance - b.distance)[0]?.id ?? null;
  return (
    closest(near.filter(({ joined }) => joined)) ??
    closest(near.filter(({ after }) => !after)) ??
    closest(near)
  );
}

const CORRECTS =
  /(?<!\p{L})(?:actually|sorry|oops|i mean|i meant|no,? wait|wait|scratch that|make (?:that|it)|correction|rather|no,? it'?s|en realidad|perd[oó]n|mejor|digo)(?!\p{L})/u;

/** Of "20x25, actually 22x25" only the second stands. */
export function withoutCorrected(text: string, measures: Measure[]): Measure[] {
  return measures.filter((measure, index) => {
    const later = measures.slice(index + 1).find((other) => isSameKind(measure, other));
    return !later || !CORRECTS.test(text.slice(measure.end, later.start));
  });
}

const isSameKind = (a: Measure, b: Measure): boolean =>
  a.parts.length === b.parts.length && a.parts[0]?.role === b.parts[0]?.role;
