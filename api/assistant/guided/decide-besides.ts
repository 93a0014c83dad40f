import type { SiteFacts } from '../assistant.ts';
import { choiceOf } from './decide-missed.ts';
import { bringsInputs } from './fold-turn.ts';
import type { Intake } from './intake.ts';
import type { Move } from './move.types.ts';
import type { Topic } from './topics.ts';
import type { Understanding } from './understand.ts';

/** New work is what the calculator prices; with a size told, that is what they want after all. */
export function isRepair(intake: Intake, heard: Understanding): boolean {
  const asked = (topic: Topic) => heard.topics.includes(topic);
  if (intake.human || asked('new_work')) return false;
  if (asked('care')) return true;
  const sized = bringsInputs(heard) || heard.jobs.some(({ issues: found }) => found.length > 0);
  return (asked('repair') || asked('removal')) && !sized;
}

/** A fence that is to be mended is not a fence to be priced. */
export const withoutBare = (intake: Intake): Intake => ({
  ...intake,
  jobs: intake.jobs.filter(({ priced }) => priced !== null),
  current: null,
});

/** "Is my patio going to sink?" asks, although it names what was priced. */
export const asksOfQuoted = (intake: Intake, heard: Understanding): boolean =>
  heard.jobs.some(
    ({ service, named }) =>
      named && intake.jobs.some((job) => job.service === service && job.quote_id !== null),
  ) && !bringsInputs(heard);

export const asksCompany = ({ topics }: Understanding): boolean =>
  topics.includes('company_question') && !topics.includes('validity');

/** "Do you do pavers in Folsom?" asks two things. */
export function offering(heard: Understanding): Move[] {
  const isAsked = heard.question && (heard.topics.includes('other_trade') || heard.place !== null);
  if (!isAsked || heard.topics.includes('repair')) return [];
  return heard.jobs
    .filter(
      ({ named, inputs, issues: found }) => named && !Object.keys(inputs).length && !found.length,
    )
    .map(({ service }) => ({ move: 'offers', service }));
}

/** What a price does not tell by itself: that only its lines are in it, and what could be chosen. */
export function asides(intake: Intake, heard: Understanding, facts: SiteFacts): Move[] {
  const asked = (topic: Topic) => heard.topics.includes(topic);
  const isPriced = heard.jobs.some(({ inputs }) => Object.keys(inputs).length > 0);
  const isCare = asked('care') && !asked('new_work');
  if (asked('removal') && isPriced && !isCare) return [{ move: 'removal' }];
  if (
    !asked('options') ||
    asked('services') ||
    isPriced ||
    heard.jobs.some((job) => job.issues.length > 0)
  )
    return [];
  const named = heard.jobs.find((job) => job.named)?.service ?? intake.current;
  const choice = named === null ? null : choiceOf(named, facts);
  return choice ? [choice] : [];
}
