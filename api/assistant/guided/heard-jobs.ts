import type { QuoteView } from '../../calculator/views.ts';
import type { SiteFacts } from '../assistant.ts';
import { heardChoices } from './heard-choices.ts';
import type { Asked, Intake } from './intake.ts';
import { jobParts } from './job-parts.ts';
import type { Mention } from './match-services.ts';
import { otherMaterial } from './other-material.ts';
import { isOnlyANumber } from './plain-numbers.ts';
import { shareMeasures, single } from './share-measures.ts';
import type { Signals } from './signals.ts';
import { addUp } from './sizes/add-up.ts';
import type { Fit, Issue } from './sizes/fit.types.ts';
import { fitInputs } from './sizes/fit-inputs.ts';
import { isOutside } from './sizes/fit-parts.ts';
import { findMeasures, type Measure } from './sizes/measures.ts';
import { addOtherPart, otherPart } from './sizes/other-part.ts';
import { pairSides } from './sizes/pair-sides.ts';
import { primaryInput, type RelativeSize, relativeSize } from './sizes/relative-size.ts';
import { sizesOfTheJob } from './sizes/sizes-of-the-job.ts';

/** What one message says about one service. Values are decimal strings in the input's own unit. */
export interface HeardJob {
  service: string;
  /** Named in this message, rather than carried on from the one before. */
  named: boolean;
  inputs: Record<string, string>;
  /** The units they were said in, where those are not the inputs' own. */
  units: Record<string, string>;
  issues: Issue[];
  /** The smaller ends of ranges ("400 to 500 sq ft") whose larger end was taken. */
  ranges: Record<string, string>;
  /** The other parts of the job, or ways to have it, that are to be priced before `inputs`. */
  parts: Record<string, string>[];
  /** Of those ways one will be built. */
  compares: boolean;
}

export interface UnderstandContext {
  facts: SiteFacts;
  intake: Intake;
  /** The session's quotes: "can you do 5000" after one of 6,000 is an offer, not a size. */
  quotes?: QuoteView[];
}

/** What a message says about each service it names, or about the one in hand. */
export function heardJobs(
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
  const unnamed = withoutMentions(text, mentions);
  const ids =
    named.length > 0 ? [...new Set([...named, ...byService.keys()])] : carried ? [carried] : [];
  return ids.flatMap((id) => {
    const service = facts.services.find((one) => one.id === id);
    if (!service) return [];
    const isNamed = named.includes(id);
    const own = byService.get(id) ?? [];
    const area = service.inputs.find(({ kind }) => kind === 'area');
    const sizes =
      own.length === 0 && isNamed && intake.loose
        ? sizesOfLoose(intake.loose, facts)
        : addUp(text, area ? pairSides(text, own) : own, unnamed);
    const known = intake.jobs.find((job) => job.service === id);
    const relative = relativeSize(text, service, known?.inputs ?? {}, sizes);
    const fit = fitInputs(service, relative ? [] : sizes, {
      asked: askedInput(intake.asked, id),
      known: known?.inputs ?? {},
      units: known?.units ?? {},
      bareCounts:
        isNamed || signals.correction || own.length === 0 || isOnlyANumber(text, measures),
    });
    // with several services in one message a colour could belong to either, "a better price" to none
    const isTalk = named.length > 1 || (!isNamed && signals.topics.includes('haggle'));
    const choices = isTalk
      ? {}
      : heardChoices(text, service, askedInput(intake.asked, id)?.input, known?.inputs);
    if (relative) fitRelative(fit, relative);
    if (area && named.length < 2 && !relative) {
      if (addsTo(intake.asked, id, area.id)) addOtherPart(text, fit, area, known?.inputs[area.id]);
      const other = otherPart(text, area, sizes, known?.inputs ?? {});
      if (other) fit.issues.push({ kind: 'other_part', input: area.id, ...other });
    }
    const material = isNamed || signals.topics.every((topic) => topic !== 'other_trade');
    const other = material ? otherMaterial(text, service) : null;
    if (other) fit.issues.push({ kind: 'option', input: other.id, value: '' });
    const split = named.length > 1 || relative ? null : jobParts(text, service, own, fit.units);
    if (split?.open) fit.issues.push({ kind: 'parts', input: primaryInput(service)?.id ?? '' });
    const parts = split && !split.open ? split.parts : [];
    const heard = split?.open ? {} : { ...fit.inputs, ...choices, ...parts.at(-1) };
    const inputs = { ...heard, ...accepted(signals, intake.asked, fit, id) };
    const silent = Object.keys(inputs).length === 0 && fit.issues.length === 0;
    const job = { service: id, named: isNamed, inputs, parts: parts.slice(0, -1) };
    return isNamed || !silent ? [{ ...fit, ...job, compares: split?.compares ?? false }] : [];
  });
}

function fitRelative(fit: Fit, { input, value }: RelativeSize): void {
  if (value === null) fit.issues.push({ kind: 'open', input: input.id });
  else if (isOutside(input, value)) fit.issues.push({ kind: 'range', input: input.id, value });
  else fit.inputs[input.id] = value;
}

function withoutMentions(text: string, mentions: Mention[]): string {
  return mentions.reduce(
    (plain, { start, end }) => plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end),
    text,
  );
}

function sizesOfLoose(loose: string, facts: SiteFacts): Measure[] {
  return addUp(loose, sizesOfTheJob(loose, findMeasures(loose, facts.locale)));
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

const addsTo = (asked: Asked | null, service: string, input: string): boolean =>
  asked?.what === 'input' &&
  asked.service === service &&
  asked.input === input &&
  asked.adds === true;

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
