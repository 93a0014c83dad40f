import type { CapturedDetail, UnusablePhone } from '../../customers/capture/capture.types.ts';
import { readDetails } from '../../customers/capture/capture-details.ts';
import { replaceSpans } from '../../platform/nearby-text.ts';
import type { SiteFacts } from '../assistant.ts';
import { addressGoesOn } from './address-goes-on.ts';
import { askedPlace } from './asked-place.ts';
import { heardCount } from './heard-counts.ts';
import { type HeardJob, heardJobs, type UnderstandContext } from './heard-jobs.ts';
import type { Intake } from './intake.ts';
import { phraseWords } from './match-phrases.ts';
import { findOption, findServices, type Mention } from './match-services.ts';
import { canWait, isOffer } from './plain-numbers.ts';
import { withoutCorrected } from './share-measures.ts';
import { readSignals, type Signals } from './signals.ts';
import { findMeasures } from './sizes/measures.ts';
import { sizesOfTheJob } from './sizes/sizes-of-the-job.ts';
import type { Topic } from './topics.ts';
import { unglue } from './unglue.ts';

export interface Understanding extends Signals {
  details: CapturedDetail[];
  unusablePhone: UnusablePhone['reason'] | null;
  jobs: HeardJob[];
  /** Service ids of which one was meant, but not which. */
  unclear: string[];
  /** Sizes that no service could take yet, as said. */
  loose: string;
  /** The town that is asked about, as written: "do you do pavers in folsom?". */
  place: string | null;
  /** Nothing but words of the service in hand: "wood" when a wood fence is. */
  echoes: boolean;
}

/** Reads one visitor message. Pure and total: any string gives an understanding. */
export function understand(text: string, context: UnderstandContext): Understanding {
  const { facts, intake } = context;
  const read = readDetails(text, {
    country: facts.country,
    asked: askedDetail(intake),
    notTheirs: facts.phone ? [facts.phone] : undefined,
  });
  const { unusable } = read;
  const details = read.details.filter(
    (found) => !isServiceWord(found, facts) && !isLateGuess(found, read.details, intake),
  );
  const town = details.length === 0 ? townOf(text, context) : null;
  if (town) details.push(town);
  const masked = plainText(text, [...details, ...unusable]);
  const plain = unglue(shortRuns(masked), facts.services);
  const signals = settleTopics(readSignals(plain), plain, details);
  const mentions = findServices(plain, facts.services);
  const place = placeIn(plain, facts);
  if (place && !signals.topics.includes('area')) signals.topics.push('area');
  const said = withoutCorrected(plain, findMeasures(plain, facts.locale));
  const job = intake.jobs.find(({ service }) => service === intake.current);
  const offers = mentions.length === 0 && isOffer(said, job, context.quotes);
  if (offers) signals.topics.push('haggle');
  const measures = offers ? [] : sizesOfTheJob(plain, said);
  const jobs = heardJobs(plain, mentions, measures, signals, context);
  const topics = ofWork(signals.topics, jobs, facts);
  const open = jobs.length === 0 && measures.some((measure) => canWait(plain, measure));
  return {
    ...signals,
    topics,
    wordless: signals.wordless && details.length === 0 && unusable.length === 0,
    details,
    unusablePhone: unusable.at(-1)?.reason ?? null,
    jobs,
    unclear: unclearServices(mentions, jobs),
    place,
    loose: open ? plain.trim().slice(0, 400) : '',
    echoes: isEcho(plain, facts, intake),
  };
}

/** "Remove a gate" changes what is to be built: it tears nothing out. */
function ofWork(topics: Topic[], jobs: HeardJob[], { services }: SiteFacts): Topic[] {
  const counts = services.flatMap(({ inputs }) => inputs.filter(({ kind }) => kind === 'count'));
  const said = jobs.flatMap(({ inputs }) => Object.keys(inputs));
  const onlyCounts = said.length > 0 && said.every((id) => counts.some((input) => input.id === id));
  return onlyCounts ? topics.filter((topic) => topic !== 'removal' && topic !== 'care') : topics;
}

/** Unless it speaks of the job: "Patio" and "Herringbone" are no towns. */
function townOf(text: string, { facts, intake }: UnderstandContext): CapturedDetail | null {
  const town = addressGoesOn(text, intake);
  return town && !isOfJob(town.raw, facts) ? town : null;
}

/** Unless it is a material, "in redwood", or the address just given. */
function placeIn(plain: string, facts: SiteFacts): string | null {
  const place = askedPlace(plain);
  return place && !isOfJob(place, facts) ? place : null;
}

function isEcho(plain: string, { services }: SiteFacts, { current }: Intake): boolean {
  const service = services.find(({ id }) => id === current);
  const own = new Set([service?.name ?? '', ...(service?.synonyms ?? [])].flatMap(phraseWords));
  const said = phraseWords(plain);
  return said.length > 0 && said.every((word) => own.has(word));
}

/** A name may also come a question too late: "John Doe" after the e-mail was asked for. */
function askedDetail({ asked, asks, details }: Intake): 'name' | 'phone' | undefined {
  const open = details.name === undefined && (asks.name ?? 0) > 0 && asked?.what !== 'input';
  if (asked?.what === 'name' || open) return 'name';
  return asked?.what === 'reach' ? 'phone' : undefined;
}

/** Then only a name that looks like one counts, or one that stands beside a contact detail. */
const isLateGuess = (found: CapturedDetail, all: CapturedDetail[], intake: Intake): boolean =>
  found.field === 'name' &&
  all.length === 1 &&
  intake.asked?.what !== 'name' &&
  (found.confidence ?? 1) <= LOWEST_ANSWER;

/** What `captureDetails` gives an unknown word typed small, as an answer. */
const LOWEST_ANSWER = 0.8;

/** Asked for a name, "herringbone" or "the fence" still speaks of the job. */
const isServiceWord = ({ field, value, confidence }: CapturedDetail, facts: SiteFacts): boolean =>
  field === 'name' && (confidence ?? 1) < 0.95 && isOfJob(value, facts);

function isOfJob(text: string, { services }: SiteFacts): boolean {
  const inputs = services.flatMap((service) => service.inputs);
  return (
    findServices(text.toLowerCase(), services).length > 0 ||
    inputs.some(
      (input) => (findOption(text, input) ?? heardCount(text.toLowerCase(), input)) !== null,
    )
  );
}

/** "Call me at 916…" leaves a number; "are you a real person?" asks, it does not ask for one. */
function settleTopics(signals: Signals, plain: string, details: CapturedDetail[]): Signals {
  const topics = new Set(signals.topics);
  if (topics.delete('call_me') && !details.some(({ field }) => field === 'phone'))
    topics.add('human');
  if (
    topics.has('bot') &&
    !/(?<!\p{L})(?:talk|speak|chat|hablar) (?:to|with|con)(?!\p{L})/u.test(plain)
  ) {
    topics.delete('human');
  }
  return { ...signals, topics: [...topics] };
}

/** Lower case of the same length, with what was captured blanked as a break. */
function plainText(text: string, taken: { start: number; end: number }[]): string {
  const plain = text.replace(/[’‘ʼ´`]/g, "'").replace(/\p{Lu}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });
  return replaceSpans(plain, taken, (length) => `;${' '.repeat(length - 1)}`);
}

const RUN_MAX = 20; // more of one blank, dash or letter in a row says nothing more

const shortRuns = (text: string): string =>
  text.replace(/(\s)\s{20,}|(\S)\2{20,}/gu, (run) => run.slice(0, RUN_MAX));

function unclearServices(mentions: Mention[], jobs: HeardJob[]): string[] {
  if (jobs.some((job) => job.named)) return [];
  return mentions.find((mention) => mention.services.length > 1)?.services ?? [];
}
