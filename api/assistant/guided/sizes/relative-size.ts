import Big from 'big.js';
import type { ServiceInputView, ServiceView } from '../../../calculator/views.ts';
import type { Measure } from './measures.ts';
import { OTHER_AREA } from './pair-sides.ts';
import { convert, isAreaUnit, toDecimalString } from './units.ts';

/** A new size told by the one before: its value, or null where the words leave it open. */
export interface RelativeSize {
  input: ServiceInputView;
  value: string | null;
}

const TIMES: [string, RegExp][] = [
  [
    '2',
    /(?<![\p{L}\d])(?:double[ds]?|doubling|twice|two times|2 ?x|2 times|(?:el )?doble)(?![\p{L}\d])/u,
  ],
  ['3', /(?<![\p{L}\d])(?:triple|three times|3 ?x|3 times|(?:el )?triple)(?![\p{L}\d])/u],
  ['0.5', /(?<!\p{L})(?:half|la mitad)(?!\p{L})/u],
];
/** What is doubled: the size as a whole, and neither its price nor its height. */
const OF_SIZE =
  /(?<!\p{L})(?:that|it|this|those|size|area|length|big|bigger|large|larger|long|longer|much|footage|square|space|eso|grande|largo|tama[nñ]o)(?!\p{L})/u;
const NOT_OF_SIZE =
  /(?<!\p{L})(?:(?:the|that|this|my|your|his|her|their|half|double|twice) price|prices|check(?:ed|ing)?|what (?:i|we|they|others?|you|he|she)|charg\p{L}*|expected|others?|else|paid|quoted|warranty|cost|pay|money|deposit|down|now|up ?front|height|high|tall|thick|deep|depth|off|discount|day|hour|gates?|acre|of (?:my|the) (?:yard|lot|garden|patio|house)|precio|alto)(?!\p{L})/u;
const ALONE =
  /^\W*(?:(?:ok(?:ay)?|and|what about|how about|what if|make it|do|just|maybe|only|actually|now|try|y|price|for)\s+)*(?:double|twice|half|triple|el doble|la mitad)(?:\s+(?:please|pls|then|instead|por favor))?\W*$/u;
const MORE =
  /(?<!\p{L})(?:add(?:ing)?|another|extra|additional|more|m[aá]s|longer|agreg\p{L}+|otros?)(?!\p{L})/u;
/** Of a size; of a price it would be a discount. */
const TAKE_OFF = /(?<!\p{L})take off(?=\s+\d)/u;
const LESS =
  /(?<!\p{L})(?:less|minus|subtract|take (?:off|away|out)|shorter|smaller|menos|quit[ae]\p{L}*)(?!\p{L})/u;
/** "Plus a 4x30 walkway": more of the job than was told before. */
const MORE_AREA = new RegExp(
  String.raw`(?:(?<!\p{L})(?:and|plus|also|y|m[aá]s|tambi[eé]n)(?!\p{L})|[+&]).{0,40}?(?<!\p{L})${OTHER_AREA}(?!\p{L})`,
  'u',
);
const ANEW = /(?<!\p{L})(?:instead|total|altogether|in all|patio|fence|actually)(?!\p{L})/u;
const SOME_MORE =
  /(?<!\p{L})(?:bigger|larger|smaller|longer|shorter|wider|narrower|m[aá]s (?:grande|chico|peque[nñ]o|largo|corto))(?=\s*(?:$|[.,!?]|(?:please|pls|patio|fence|bed|area|size|one|version|instead|then|now|if|por favor)(?!\p{L})))/u;
const TALLER = /(?<!\p{L})(?:taller|higher|m[aá]s alt[oa])\s*(?:$|[.,!?]|please)/u;
const DEEPER =
  /(?<!\p{L})(?:deeper|thicker|m[aá]s (?:hond[oa]|profund[oa]))\s*(?:$|[.,!?]|please)/u;

/**
 * "Double that", "half the size", "another 100 sq ft", "5 feet longer", "a bit bigger": what they make
 * of the size that a service has. Null where the message is not about that.
 */
export function relativeSize(
  text: string,
  service: ServiceView,
  known: Record<string, string>,
  measures: Measure[],
): RelativeSize | null {
  const input = primaryInput(service);
  const value = input && known[input.id];
  if (!input || value === undefined) return null;
  const [measure, ...others] = measures;
  if (!measure) {
    const times = timesSaid(text);
    if (times) return { input, value: toDecimalString(Big(value).times(times)) };
    const open = SOME_MORE.test(text) && !NOT_OF_SIZE.test(text) ? input : upright(text, service);
    return open ? { input: open, value: null } : null;
  }
  const [part, second] = measure.parts;
  const isMore = MORE.test(text) || (second !== undefined && MORE_AREA.test(text));
  const isLess = LESS.test(text) && !/(?<!\p{L})(?:than|que|de)(?!\p{L})/u.test(text);
  if (
    others.length > 0 ||
    !(isMore || isLess) ||
    ANEW.test(text) ||
    NOT_OF_SIZE.test(text.replace(TAKE_OFF, ''))
  )
    return null;
  if (!second && part?.unit === null) return null;
  const added = measure.times ? null : addedIn(measure, input);
  const sum = added && (isLess ? Big(value).minus(added) : Big(value).plus(added));
  return { input, value: sum?.gt(0) ? toDecimalString(sum) : null };
}

/** What a service is priced by. */
export const primaryInput = (service: ServiceView): ServiceInputView | undefined =>
  service.inputs.find(({ kind }) => kind === 'area' || kind === 'length');

function timesSaid(text: string): string | null {
  if (NOT_OF_SIZE.test(text)) return null;
  if (!ALONE.test(text) && !OF_SIZE.test(text)) return null;
  return TIMES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** "Make it taller", "a bit deeper". */
function upright(text: string, service: ServiceView): ServiceInputView | undefined {
  const kind = TALLER.test(text) ? 'height' : DEEPER.test(text) ? 'depth' : null;
  return service.inputs.find((input) => input.kind === kind);
}

/** What a measure adds in the input's unit; null for "5 ft longer" of an area, which leaves it open. */
function addedIn({ parts: [part, second, third] }: Measure, input: ServiceInputView): Big | null {
  if (!part || third || !input.unit) return null;
  if (second) {
    const sides = [part, second].map(({ value, unit }) => convert(value, unit ?? 'ft', 'ft'));
    const [a, b] = sides;
    return a && b && isAreaUnit(input.unit) ? convert(a.times(b), 'sq_ft', input.unit) : null;
  }
  if (part.unit === null) return null;
  return convert(part.value, part.unit === 'lf' ? 'ft' : part.unit, input.unit);
}
