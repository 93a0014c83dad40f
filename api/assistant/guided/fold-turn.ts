import { mainDetails } from '../../customers/capture/capture-details.ts';
import type { SiteFacts } from '../assistant.ts';
import type { HeardJob } from './heard-jobs.ts';
import { inferAsked } from './infer-asked.ts';
import { type Intake, type Job, newIntake, readIntake } from './intake.ts';
import { type Understanding, understand } from './understand.ts';

/**
 * Folds what a message says into what is remembered: details, sizes, the service in hand, a "no" to
 * contact questions. Answers nothing and asks nothing; `asked` stays for the caller to clear.
 */
export function foldTurn(intake: Intake, heard: Understanding): Intake {
  const details = { ...intake.details, ...mainDetails(heard.details) };
  const jobs = heard.jobs.reduce(mergeJob, heard.topics.includes('undo') ? [] : intake.jobs);
  // of several services named at once, the first without a size is asked about first
  const several = heard.jobs.length > 1 ? heard.jobs : [];
  const bare = several.find((job) => Object.keys(job.inputs).length === 0);
  const touched = (bare ?? heard.jobs.at(-1))?.service;
  return {
    ...intake,
    details,
    jobs: jobs.slice(-20),
    current: touched ?? (jobs.length > 0 ? intake.current : null),
    loose: heard.loose || (touched ? '' : intake.loose),
    contact: isContactDeclined(intake, heard) ? 'declined' : intake.contact,
  };
}

function mergeJob(jobs: Job[], heard: HeardJob): Job[] {
  const known = jobs.find((job) => job.service === heard.service);
  const job: Job = known ?? {
    service: heard.service,
    inputs: {},
    units: {},
    priced: null,
    quote_id: null,
    refused: false,
    beside: [],
  };
  const merged = {
    ...job,
    inputs: { ...job.inputs, ...heard.inputs },
    units: { ...job.units, ...heard.units },
  };
  return [...jobs.filter((other) => other.service !== heard.service), merged];
}

function isContactDeclined(intake: Intake, heard: Understanding): boolean {
  if (heard.details.length > 0 || heard.unusablePhone !== null) return false;
  if (heard.refusesContact) return true;
  const asked = intake.asked?.what === 'name' || intake.asked?.what === 'reach';
  if (!asked || heard.jobs.length > 0 || heard.topics.some((topic) => ASKS_SOMETHING.has(topic)))
    return false;
  return heard.declines || heard.answer === 'no';
}

const ASKS_SOMETHING = new Set<string>([
  'hours',
  'area',
  'licence',
  'phone',
  'services',
  'human',
  'bot',
  'company_question',
]);

/** True while a message adds or changes an input of a job. */
export const bringsInputs = (heard: Understanding): boolean =>
  heard.jobs.some((job) => Object.keys(job.inputs).length > 0);

/**
 * Folds in a visitor message that a model answered, so that the guided assistant can take over at
 * any turn. `intake` is what was stored (anything else starts anew); `previous` is the assistant's
 * text the visitor replied to, which tells a bare "dave" from any other word.
 */
export function noteTurn(
  intake: unknown,
  text: string,
  facts: SiteFacts,
  previous?: string,
): Intake {
  const stored = readIntake(intake) ?? newIntake();
  const asking = { ...stored, asked: stored.asked ?? inferAsked(previous) };
  const folded = foldTurn(asking, understand(text, { facts, intake: asking }));
  return { ...folded, asked: null, misses: 0, greeted: true };
}
