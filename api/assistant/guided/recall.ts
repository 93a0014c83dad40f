import Big from 'big.js';
import type { QuoteView } from '../../calculator/views.ts';
import type { TurnInput } from '../assistant.ts';
import { noteTurn } from './fold-turn.ts';
import { inferAsked } from './infer-asked.ts';
import { type Intake, type Job, newIntake, readIntake } from './intake.ts';

/**
 * What is known before this turn: the stored intake, or the history read again where there is none,
 * with the session's quotes (a model may have made some) put in their places.
 */
export function recall({ facts, history, intake, quotes }: TurnInput): Intake {
  const stored = readIntake(intake) ?? rebuild(history, facts);
  const last = history.at(-1);
  const asked = stored.asked ?? (last?.role === 'assistant' ? inferAsked(last.text) : null);
  const known = facts.services.map((service) => service.id);
  const jobs = quotes
    .filter(({ service }) => known.includes(service))
    .filter(
      (quote, index, all) => !all.slice(index + 1).some((later) => later.service === quote.service),
    )
    .reduce(
      placeQuote,
      stored.jobs.filter((job) => known.includes(job.service)),
    );
  return {
    ...stored,
    asked: asked?.what === 'input' && !known.includes(asked.service) ? null : asked,
    current:
      stored.current && known.includes(stored.current)
        ? stored.current
        : (jobs.at(-1)?.service ?? null),
    jobs,
    greeted: stored.greeted || history.some((said) => said.role === 'assistant'),
  };
}

/** Of what the visitor wrote, the latest: three times what a talkative visitor writes in sixty turns. */
const REREAD_CHARACTERS_MAX = 20_000;

function rebuild(history: TurnInput['history'], facts: TurnInput['facts']): Intake {
  let intake = newIntake();
  let left = REREAD_CHARACTERS_MAX;
  const from = history.findLastIndex(({ role, text }) => {
    if (role === 'visitor') left -= text.length;
    return left < 0;
  });
  history.forEach((said, index) => {
    if (index <= from) return;
    const before = history[index - 1];
    const previous = before?.role === 'assistant' ? before.text : undefined;
    if (said.role === 'visitor') intake = noteTurn(intake, said.text, facts, previous);
  });
  return intake;
}

/** A quote that the intake does not know: priced as the visitor says, unless they changed it since. */
function placeQuote(jobs: Job[], quote: QuoteView): Job[] {
  const job = jobs.find((one) => one.service === quote.service);
  const { inputs, id } = quote;
  if (!job) {
    const heard = {
      service: quote.service,
      inputs,
      units: {},
      priced: inputs,
      quote_id: id,
      refused: false,
      beside: [],
    };
    return [...jobs, heard];
  }
  if (job.quote_id === id) return jobs;
  const agreed = agrees(job.inputs, inputs) ? job.inputs : isSettled(job) ? inputs : null;
  if (!agreed) return jobs;
  const placed = { ...job, inputs: agreed, priced: agreed, quote_id: id, refused: false };
  return jobs.map((one) => (one === job ? placed : one));
}

const isSettled = (job: Job): boolean => job.priced !== null && sameInputs(job.inputs, job.priced);

/** True where both hold the same inputs with the same values. */
export function sameInputs(a: Record<string, string>, b: Record<string, string>): boolean {
  return Object.keys(a).length === Object.keys(b).length && agrees(a, b);
}

function agrees(given: Record<string, string>, quoted: Record<string, string>): boolean {
  return Object.entries(given).every(([id, value]) => isEqual(value, quoted[id]));
}

function isEqual(a: string, b: string | undefined): boolean {
  if (b === undefined) return false;
  const number = /^-?\d+(?:\.\d+)?$/;
  return a === b || (number.test(a) && number.test(b) && Big(a).eq(b));
}
