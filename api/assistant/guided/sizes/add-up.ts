import Big from 'big.js';
import { textAfter, textBefore } from '../../../platform/nearby-text.ts';
import type { Measure } from './measures.ts';
import { isAreal } from './sizes-of-the-job.ts';

/** Words that may stand between two parts of one job, and nothing else. */
const BETWEEN =
  /^(?:[\s,:+&-]|\d(?=\s+(?:are|at|of)\s)|(?:and|plus|are|also|then|another|the|on|at|a|an|is|are|it's|its|about|around|approx|roughly|maybe|for|other|one|both|each|two|left|right|back|front|rear|sides?|across|along|of|long|wide|down|in|my|with|sections?|flower|beds?|areas?|parts?|strips?|path|walkways?|driveways?|drive|caminos?|senderos?|entradas?|y|m[aá]s|otr[oa]s?|el|la|los|las|de|del|lados?|frente|fondo|atr[aá]s|por|cada|un|una)(?!\p{L}))*$/u;
const JOINS =
  /(?<!\p{L})(?:and|plus|another|one is|sides?|back|front|rear|left|right|beds?|y|m[aá]s|lados?|otr[oa]s?)(?!\p{L})|[+&]/u;
const COUNTS: Record<string, string> = {
  two: '2',
  both: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  dos: '2',
  tres: '3',
  cuatro: '4',
};
const COUNTED =
  /(?<![\p{L}\d.])(\d{1,2}|two|three|four|five|six|dos|tres|cuatro)\s+(?:\p{L}+\s+)?\p{L}+s((?:\s|,|:|\p{L}{2,4}(?!\p{L}))*)$/u;
/** "2 patios 10x10": one size for all of them. */
const ALIKE = /\s(?:patios|beds|areas|walkways|paths|pads|driveways)\s*$/u;
/** "And 2 are 6x6". */
const SO_MANY =
  /(?<![\p{L}\d.])(\d|two|three|four|five|six|dos|tres|cuatro)\s+(?:of them )?(?:are|at|son)\s*$/u;
const EACH = /^[\s,'"]*(?:ft|feet|foot)?\s*(?:each|apiece|every one|cada un[oa])(?!\p{L})/u;
const ON_EACH_SIDE =
  /^\s*(?:on|for|down|along|per)?\s*(?:each|both|either|every|cada|ambos) (?:sides?|lados?)/u;
/** "40 on the left": a side, although it has no unit. */
const ON_ONE_SIDE =
  /^\s*(?:on|in|at|along|across|for|to|a|en|por)\s+(?:(?:the|my|one|each|la|el)\s+)?(?:left|right|back|front|rear|north|south|east|west|other|sides?|izquierda|derecha|fondo|frente|atr[aá]s)(?!\p{L})/u;
/** "One side 40", "back is 100". */
const ONE_SIDE_BEFORE =
  /(?<!\p{L})(?:(?:one|other|left|right|front|rear|north|south|east|west|first|second|third) sides?|left|right|back|front|rear|lado (?:izquierdo|derecho)|izquierda|derecha|fondo|frente)(?:\s+(?:is|are|about|around|like|mide|de|es))*\s*$/u;
const BOTH_SIDES =
  /(?:both|each|either|two|2|ambos|los dos) (?:sides?|lados)(?:\s+(?:is|are|of|at|about|around|miden|de|son))*\s*$/u;

/**
 * Marks, of one service's sizes, which belong together ("10x20 and 8x12", "back 80 ft and both sides 40")
 * and which count more than once ("3 beds 4x20 each"). `unnamed` is the text with the services' names blanked.
 */
export function addUp(text: string, measures: Measure[], unnamed = text): Measure[] {
  const isOnly = measures.filter(isAreal).length === 1;
  const marked = measures.map((measure) => {
    const times = timesSaid(text, measure, isOnly);
    return times ? { ...measure, times } : measure;
  });
  for (const areal of [true, false]) {
    const alike = marked.filter((one) => isAreal(one) === areal && isCountable(text, one));
    for (const group of groupsOf(unnamed, alike)) joinUp(group);
  }
  return marked;
}

/** Neither a height nor a depth, which describe and do not add, nor the 4 of "4 sides". */
function isCountable(text: string, { parts: [part, second], after, start, end }: Measure): boolean {
  if (second) return true;
  const isBare = part?.unit === null && part.role === null;
  if (
    isBare &&
    (ON_ONE_SIDE.test(textAfter(text, end)) || ONE_SIDE_BEFORE.test(textBefore(text, start)))
  )
    return true;
  if (/^(?:height|depth|diameter|radius)$/.test(part?.role ?? '')) return false;
  return part?.unit != null || part?.role != null || after === '';
}

function groupsOf(text: string, measures: Measure[]): Measure[][] {
  const groups: Measure[][] = [];
  const inRow = isRow(measures);
  let joins = inRow;
  for (const measure of measures) {
    const open = groups.at(-1);
    const gap = open ? text.slice(open.at(-1)?.end, measure.start) : '';
    if (open && (inRow || gap.trim() !== '') && BETWEEN.test(gap)) {
      open.push(measure);
      joins ||= JOINS.test(gap);
    } else {
      if (!joins && open) open.length = 1;
      groups.push([measure]);
      joins = inRow;
    }
  }
  const last = groups.at(-1);
  if (last && !joins) last.length = 1;
  return groups.filter((group) => group.length > 1);
}

const ROW_LEAST = 3;
const SIDE_LEAST = 13; // a smaller one may be a height

/** "40 50 40": the sides of a fence, said in a row. */
const isRow = (measures: Measure[]): boolean =>
  measures.length >= ROW_LEAST &&
  measures.every(({ parts: [part, second] }) => !second && part?.value.gte(SIDE_LEAST));

function joinUp(group: Measure[]): void {
  const unit = group.find(({ parts }) => parts.length === 1 && parts[0]?.unit)?.parts[0]?.unit;
  for (const measure of group) {
    measure.group = group[0]?.start;
    const [part] = measure.parts;
    if (part && measure.parts.length === 1 && unit) part.unit ??= unit;
  }
}

function timesSaid(text: string, measure: Measure, isOnly: boolean): Big | null {
  const [lead, tail] = [textBefore(text, measure.start), textAfter(text, measure.end)];
  const counted = COUNTED.exec(lead);
  const isEach = EACH.test(tail) || /(?<!\p{L})(?:of|de|each)(?!\p{L})/u.test(counted?.[2] ?? '');
  const many = isAreal(measure) ? SO_MANY.exec(lead)?.[1] : undefined;
  if (many) return Big(COUNTS[many] ?? many);
  const isOfEach = isOnly && isAreal(measure) && ALIKE.test(counted?.[0] ?? '');
  if (counted && (isEach || isOfEach)) return Big(COUNTS[counted[1] ?? ''] ?? counted[1] ?? 1);
  return ON_EACH_SIDE.test(tail) || BOTH_SIDES.test(lead) ? Big(2) : null;
}
