import type { CapturedDetail, UnusablePhone } from '../../customers/capture/capture.types.ts';
import { readDetails } from '../../customers/capture/capture-details.ts';
import type { SiteFacts } from '../assistant.ts';
import type { Fit, Issue } from './fit.types.ts';
import { fitInputs } from './fit-inputs.ts';
import { heardChoices } from './heard-choices.ts';
import type { Asked, Intake } from './intake.ts';
import { findOption, findServices, type Mention } from './match-services.ts';
import { findMeasures, type Measure } from './measures.ts';
import { shareMeasures, single, withoutCorrected } from './share-measures.ts';
import { readSignals, type Signals } from './signals.ts';

/** What one message says about one service. Values are decimal strings in the input's own unit. */
export interface HeardJob {
  service: string;
  /** Named in this message, rather than carried on from the one before. */
  named: boolean;
  inputs: Record<string, string>;
  issues: Issue[];
  /** The smaller ends of ranges ("400 to 500 sq ft") whose larger end was taken. */
  ranges: Record<string, string>;
}

export interface Understanding extends Signals {
  details: CapturedDetail[];
  unusablePhone: UnusablePhone['reason'] | null;
  jobs: HeardJob[];
  /** Service ids of which one was meant, but not which. */
  unclear: string[];
  /** Sizes that no service could take yet, as said. */
  loose: string;
}

export interface UnderstandContext {
  facts: SiteFacts;
  intake: Intake;
}

/** Reads one visitor message. Pure and total: any string gives an understanding. */
export function understand(text: string, { facts, intake }: UnderstandContext): Understanding {
  const read = readDetails(text, {
    country: facts.country,
    asked: askedDetail(intake),
    notTheirs: facts.phone ? [facts.phone] : undefined,
  });
  const { unusable } = read;
  const details = read.details.filter(
    (found) => !isServiceWord(found, facts) && !isLateGuess(found, intake),
  );
  const plain = plainText(text, [...details, ...unusable]);
  const signals = settleTopics(readSignals(plain), plain, details);
  const mentions = findServices(plain, facts.services);
  const measures = withoutCorrected(plain, findMeasures(plain, facts.locale));
  const jobs = heardJobs(plain, mentions, measures, signals, { facts, intake });
  const open = jobs.length === 0 && measures.length > 0;
  return {
    ...signals,
    wordless: signals.wordless && details.length === 0 && unusable.length === 0,
    details,
    unusablePhone: unusable.at(-1)?.reason ?? null,
    jobs,
    unclear: unclearServices(mentions, jobs),
    loose: open ? plain.trim().slice(0, 400) : '',
  };
}

/** A name may also come a question too late: "John Doe" after the e-mail was asked for. */
function askedDetail({ asked, asks, details }: Intake): 'name' | 'phone' | undefined {
  const open = details.name === undefined && (asks.name ?? 0) > 0 && asked?.what !== 'input';
  if (asked?.what === 'name' || open) return 'name';
  return asked?.what === 'reach' ? 'phone' : undefined;
}

/** Then only a name that looks like one counts. */
const isLateGuess = ({ field, confidence }: CapturedDetail, { asked }: Intake): boolean =>
  field === 'name' && asked?.what !== 'name' && (confidence ?? 1) <= LOWEST_ANSWER;

/** What `captureDetails` gives an unknown word typed small, as an answer. */
const LOWEST_ANSWER = 0.8;

/** Asked for a name, "herringbone" or "the fence" still speaks of the job. */
function isServiceWord({ field, value, confidence }: CapturedDetail, facts: SiteFacts): boolean {
  if (field !== 'name' || (confidence ?? 1) >= 0.95) return false;
  const options = facts.services
    .flatMap(({ inputs }) => inputs)
    .map((input) => findOption(value, input));
  return (
    findServices(value.toLowerCase(), facts.services).length > 0 ||
    options.some((id) => id !== null)
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
  let plain = text.replace(/[’‘ʼ´`]/g, "'").replace(/\p{Lu}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });
  for (const { start, end } of taken) {
    plain = `${plain.slice(0, start)};${' '.repeat(Math.max(0, end - start - 1))}${plain.slice(end)}`;
  }
  return plain;
}

function unclearServices(mentions: Mention[], jobs: HeardJob[]): string[] {
  if (jobs.some((job) => job.named)) return [];
  return mentions.find((mention) => mention.services.length > 1)?.services ?? [];
}

const ONLY_A_NUMBER = /^\W*(?:about|around|maybe|like|approx)?\W*[\d,.]{2,6}\W*$/;

function heardJobs(
  text: string,
  mentions: Mention[],
  measures: Measure[],
  signals: Signals,
  context: UnderstandContext,
): HeardJob[] {
  const { facts, intake } = context;
  const clear = mentions.filter((mention) => single(mention) !== null);
  const carried = carriedService(mentions, facts, intake);
  const named = [...new Set(clear.map((mention) => single(mention) ?? ''))].filter(Boolean);
  const byService = shareMeasures(text, clear, measures, carried);
  const ids =
    named.length > 0 ? [...new Set([...named, ...byService.keys()])] : carried ? [carried] : [];
  return ids.flatMap((id) => {
    const service = facts.services.find((one) => one.id === id);
    if (!service) return [];
    const isNamed = named.includes(id);
    const own = byService.get(id) ?? [];
    const sizes =
      own.length === 0 && isNamed && intake.loose ? findMeasures(intake.loose, facts.locale) : own;
    const fit = fitInputs(service, sizes, {
      asked: askedInput(intake.asked, id),
      known: intake.jobs.find((job) => job.service === id)?.inputs ?? {},
      bareCounts: isNamed || signals.correction || sizes !== own || ONLY_A_NUMBER.test(text),
    });
    // with several services in one message a colour could belong to either, "a better price" to none
    const isTalk = named.length > 1 || (!isNamed && signals.topics.includes('haggle'));
    const choices = isTalk ? {} : heardChoices(text, service);
    const inputs = { ...choices, ...fit.inputs, ...accepted(signals, intake.asked, fit, id) };
    const silent = Object.keys(inputs).length === 0 && fit.issues.length === 0;
    return isNamed || !silent
      ? [{ service: id, named: isNamed, inputs, issues: fit.issues, ranges: fit.ranges }]
      : [];
  });
}

/** Which service a message means that names none: the one in hand, or the only one there is. */
function carriedService(mentions: Mention[], facts: SiteFacts, intake: Intake): string | null {
  if (mentions.some((mention) => mention.services.length > 1)) return null;
  if (intake.asked?.what === 'input') return intake.asked.service;
  return intake.current ?? (facts.services.length === 1 ? (facts.services[0]?.id ?? null) : null);
}

function askedInput(asked: Asked | null, service: string) {
  if (asked?.what !== 'input' || asked.service !== service) return undefined;
  return { input: asked.input, side: asked.side };
}

/** "Yes" to an offered value takes it over. */
function accepted(
  signals: Signals,
  asked: Asked | null,
  fit: Fit,
  service: string,
): Record<string, string> {
  if (asked?.what !== 'input' || asked.service !== service || asked.suggest === undefined)
    return {};
  const corrected = fit.inputs[asked.input] !== undefined || fit.issues.length > 0;
  return signals.answer === 'yes' && !corrected ? { [asked.input]: asked.suggest } : {};
}
