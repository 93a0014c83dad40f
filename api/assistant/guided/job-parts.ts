import type { ServiceView } from '../../calculator/views.ts';
import { heardChoices } from './heard-choices.ts';
import { fitInputs } from './sizes/fit-inputs.ts';
import type { Measure } from './sizes/measures.ts';
import { primaryInput } from './sizes/relative-size.ts';

type Inputs = Record<string, string>;

/** One message about two fences: "100 ft 6 ft high and 40 ft 8 ft high", "at 6 ft vs 8 ft". */
export interface JobParts {
  /** At least two, each with all that was told of it, in text order. */
  parts: Inputs[];
  /** Two ways to have one job, of which one will be built. */
  compares: boolean;
  /** The size of a part was not told, so that none can be priced. */
  open: boolean;
}

const PARTS_MAX = 4;
const CLAUSES_MAX = 40; // of one message
const SEPARATOR =
  /(?<!\p{L})(?:and|plus|also|then|vs|versus|or|compared (?:to|with)|than|half|mitad|y|m[aá]s|o|contra)(?!\p{L})|[,;&+/\n]|\.(?!\d)/gu;
const COMPARES =
  /(?<!\p{L})(?:vs|versus|or|compared?|comparison|difference|either|better|contra|o)(?!\p{L})/u;
const CORRECTS =
  /(?<!\p{L})(?:actually|sorry|oops|i mean|i meant|wait|scratch|make (?:that|it)|rather|instead|not|no|perd[oó]n|mejor)(?!\p{L})/u;
/** A post's wood or a border's stone is not the job's. */
const OF_DETAIL =
  /(?<!\p{L})(?:posts?|pickets?|rails?|boards?|gates?|frames?|framing|trim|caps?|borders?|edg(?:e|es|ing)|accents?|bands?|postes?|puertas?)(?!\p{L})/u;

/** The parts of a job that differ in height, depth or material; null where there is one job. */
export function jobParts(
  text: string,
  service: ServiceView,
  measures: Measure[],
  units: Record<string, string>,
): JobParts | null {
  if (CORRECTS.test(text)) return null;
  const primary = primaryInput(service);
  const told = clausesOf(text, measures).map((clause) =>
    inputsOf(text, clause, service, measures, units),
  );
  const differs = service.inputs.some(
    ({ id, kind }) =>
      (kind === 'height' || kind === 'depth' || kind === 'choice') &&
      new Set(told.flatMap((inputs) => inputs[id] ?? [])).size > 1,
  );
  if (!differs || !primary) return null;
  const parts = gather(told).slice(0, PARTS_MAX);
  if (parts.length < 2) return null;
  const compares = COMPARES.test(text);
  const sizes = parts.filter((part) => part[primary.id] !== undefined);
  const open = !compares && sizes.length > 0 && sizes.length < parts.length;
  return { parts: parts.map((part) => completed(part, parts)), compares, open };
}

interface Clause {
  start: number;
  end: number;
}

function clausesOf(text: string, measures: Measure[]): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const match of text.matchAll(SEPARATOR)) {
    const at = match.index;
    if (measures.some((one) => one.start < at && at < one.end)) continue;
    clauses.push({ start, end: at });
    start = at + match[0].length;
  }
  const said = [...clauses, { start, end: text.length }];
  return said
    .filter((one) => /[\p{L}\p{N}]/u.test(text.slice(one.start, one.end)))
    .slice(0, CLAUSES_MAX);
}

function inputsOf(
  text: string,
  { start, end }: Clause,
  service: ServiceView,
  measures: Measure[],
  units: Record<string, string>,
): Inputs {
  const own = measures.filter((one) => one.start >= start && one.start < end);
  const clause = text.slice(start, end);
  const choices = OF_DETAIL.test(clause) ? {} : heardChoices(clause, service, undefined);
  const fit = fitInputs(service, own, { asked: undefined, known: {}, units, bareCounts: true });
  return { ...choices, ...fit.inputs };
}

/** Runs clauses together until one contradicts what its part has. */
function gather(told: Inputs[]): Inputs[] {
  const parts: Inputs[] = [];
  for (const inputs of told) {
    const last = parts.at(-1);
    const contradicts = Object.entries(inputs).some(
      ([id, value]) => last?.[id] !== undefined && last[id] !== value,
    );
    if (!last || contradicts) parts.push({ ...inputs });
    else Object.assign(last, inputs);
  }
  return parts.filter((part) => Object.keys(part).length > 0);
}

/** What was told once goes for all of them. */
const completed = (part: Inputs, parts: Inputs[]): Inputs =>
  Object.assign({}, ...[...parts].reverse(), part);
