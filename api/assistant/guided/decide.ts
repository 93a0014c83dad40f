import type { CustomerDetails, SiteFacts } from '../assistant.ts';
import type { Issue } from './fit.types.ts';
import { bringsInputs } from './fold-turn.ts';
import type { Asked, Intake } from './intake.ts';
import { isPriceable, isReachable } from './next-question.ts';
import type { Topic } from './signals.ts';
import { smallTalk } from './small-talk.ts';
import type { Understanding } from './understand.ts';

export type Fact = 'hours' | 'area' | 'licence' | 'phone' | 'services';

/** One thing to do or to say in this turn, in order. */
export type Move =
  | { move: 'not_known' | 'haggle' }
  | {
      move:
        | 'greet'
        | 'identify'
        | 'respect'
        | 'welcome'
        | 'bye'
        | 'start_over'
        | 'person_asked'
        | 'noted';
    }
  | { move: 'tell'; fact: Fact }
  | { move: 'save'; details: CustomerDetails }
  | { move: 'bad_phone'; reason: 'placeholder' | 'incomplete' }
  | {
      move: 'quote';
      service: string;
      inputs: Record<string, string>;
      ranges: Record<string, string>;
    }
  | { move: 'recall_price'; service: string }
  | { move: 'issue'; service: string; issue: Issue }
  | { move: 'human'; reason: string }
  /** Not understood: 1 asks again with an example, from 2 on a person is offered. */
  | {
      move: 'missed';
      times: number;
      why: 'unclear' | 'unsure' | 'yes' | 'not_offered' | 'not_known';
    };

export interface Decision {
  intake: Intake;
  moves: Move[];
  /** Replaces the usual next question. */
  ask?: Asked;
}

/** What to do about a message: `intake` already holds what it said (`foldTurn`). Pure. */
export function decide(intake: Intake, heard: Understanding, facts: SiteFacts): Decision {
  const moves: Move[] = [
    ...opening(intake, heard),
    ...saving(intake),
    ...(heard.unusablePhone && !heard.details.some(({ field }) => field === 'phone')
      ? [{ move: 'bad_phone' as const, reason: heard.unusablePhone }]
      : []),
    ...telling(heard),
    ...pricing(intake, heard, facts),
    ...issues(heard),
    ...(heard.topics.includes('haggle') && heard.jobs.length === 0
      ? [{ move: 'haggle' as const }]
      : []),
  ];
  const declined = intake.contact === 'declined' && (heard.declines || heard.answer === 'no');
  if (declined && (isContact(intake.asked) || heard.refusesContact))
    moves.push({ move: 'respect' });
  const person = wantsPerson(intake, heard);
  if (person) moves.push(intake.human ? { move: 'person_asked' } : humanMove(intake, facts));
  const understood = moves.length > 0 || movesOn(intake, heard);
  // an answerable message that also asks what only the company knows
  if (understood && heard.question && heard.topics.includes('company_question'))
    moves.push({ move: 'not_known' });
  const small = understood ? [] : smallTalk(intake, heard);
  if (understood || small.length > 0) {
    const ask = specialQuestion(intake, heard);
    return {
      intake: { ...intake, misses: 0 },
      moves: [...moves, ...small],
      ...(ask ? { ask } : {}),
    };
  }
  return missed(intake, heard);
}

const isContact = (asked: Asked | null): boolean =>
  asked?.what === 'name' || asked?.what === 'reach';

function opening(intake: Intake, heard: Understanding): Move[] {
  if (heard.topics.includes('undo') && heard.jobs.length === 0) return [{ move: 'start_over' }];
  if (intake.greeted) return [];
  // "?", "ok", "test" as a first word: someone tries whether anybody is there
  if (heard.wordless || (heard.answer !== null && heard.jobs.length === 0))
    return [{ move: 'greet' }];
  const only = heard.topics.every((topic) => topic === 'greeting' || topic === 'thanks');
  const bare = heard.jobs.length === 0 && heard.unclear.length === 0;
  return heard.topics.includes('greeting') && only && bare ? [{ move: 'greet' }] : [];
}

/** Details that were not saved with this value yet. */
function saving({ details, saved }: Intake): Move[] {
  const fresh: CustomerDetails = {};
  for (const field of ['name', 'email', 'phone', 'address'] as const) {
    const value = details[field];
    if (value !== undefined && value !== saved[field]) fresh[field] = value;
  }
  return Object.keys(fresh).length > 0 ? [{ move: 'save', details: fresh }] : [];
}

const FACTS: readonly Fact[] = ['hours', 'area', 'licence', 'phone', 'services'];

function telling(heard: Understanding): Move[] {
  const asked = (topic: Topic) => heard.topics.includes(topic);
  const told: Move[] = asked('bot') ? [{ move: 'identify' }] : [];
  for (const fact of FACTS) {
    if (!asked(fact)) continue;
    // "can I talk to a person, what's your number": a number with nothing else is the phone question
    if (fact === 'services' && (heard.jobs.length > 0 || asked('bot'))) continue;
    if (fact === 'phone' && heard.details.some(({ field }) => field === 'phone')) continue;
    told.push({ move: 'tell', fact });
  }
  return told;
}

function pricing(intake: Intake, heard: Understanding, facts: SiteFacts): Move[] {
  const ready = intake.jobs.filter((job) => isPriceable(job, facts));
  const quotes = ready.map((job): Move => {
    const ranges = heard.jobs.find((one) => one.service === job.service)?.ranges ?? {};
    return { move: 'quote', service: job.service, inputs: job.inputs, ranges };
  });
  const about = heard.topics.includes('price') || heard.topics.includes('included');
  const elsewhere = heard.jobs.length === 0 && heard.topics.includes('other_trade');
  if (quotes.length > 0 || !about || elsewhere || heard.details.length > 0) return quotes;
  const asked = heard.jobs.find((job) => job.named)?.service ?? intake.current;
  const priced = intake.jobs.find((job) => job.service === asked && job.quote_id !== null);
  return priced ? [{ move: 'recall_price', service: priced.service }] : [];
}

const issues = (heard: Understanding): Move[] =>
  heard.jobs.flatMap(({ service, issues: found }) =>
    found.map((issue): Move => ({ move: 'issue', service, issue })),
  );

/** A half-known size is asked about as such: the other side, or "is it 160 ft in all?". */
function specialQuestion(intake: Intake, heard: Understanding): Asked | undefined {
  for (const { service, issues: found } of heard.jobs) {
    for (const issue of found) {
      const { input } = issue;
      if (issue.kind === 'one_side') return { what: 'input', service, input, side: issue.side };
      if (issue.kind === 'all_round')
        return { what: 'input', service, input, suggest: issue.value };
    }
  }
  if (heard.unclear.length > 0) return { what: 'service', among: heard.unclear };
  if (wantsItSent(intake, heard)) return { what: 'reach' };
  if (intake.asked?.what === 'more' && heard.answer === 'yes' && heard.jobs.length === 0) {
    return { what: 'service' };
  }
  return undefined;
}

/** "Can you email it to me?" needs an address first. */
const wantsItSent = (intake: Intake, heard: Understanding): boolean =>
  heard.topics.includes('send') && !isReachable(intake) && intake.jobs.some((job) => job.quote_id);

function wantsPerson(intake: Intake, heard: Understanding): boolean {
  if (heard.topics.includes('human')) return true;
  return intake.asked?.what === 'human' && heard.answer === 'yes' && !bringsInputs(heard);
}

function humanMove(intake: Intake, facts: SiteFacts): Move {
  const service = facts.services.find((one) => one.id === intake.current);
  const about = service ? ` about: ${service.name}` : '';
  return { move: 'human', reason: `The visitor asked for a person${about}.` };
}

/** Nothing to say to it, but it carried the talk on: a service named, a size kept for later. */
function movesOn(intake: Intake, heard: Understanding): boolean {
  if (heard.jobs.some((job) => job.named) || bringsInputs(heard) || heard.details.length > 0)
    return true;
  if (wantsItSent(intake, heard)) return true;
  if (heard.unclear.length === 0 && heard.topics.includes('other_trade')) return false;
  if (intake.asked?.what === 'more' && heard.answer === 'yes') return true;
  if (heard.unclear.length > 0 || heard.loose !== '')
    return heard.unclear.length > 0 || intake.jobs.length === 0;
  if (heard.topics.includes('price'))
    return intake.jobs.length === 0 || intake.asked?.what === 'input';
  return false;
}

function missed(intake: Intake, heard: Understanding): Decision {
  const times = intake.misses + 1;
  const why = heard.unsure
    ? 'unsure'
    : heard.topics.includes('other_trade')
      ? 'not_offered'
      : heard.topics.includes('company_question')
        ? 'not_known'
        : heard.answer === 'yes' && isContact(intake.asked)
          ? 'yes'
          : 'unclear';
  const next = { ...intake, misses: times };
  const moves: Move[] = [{ move: 'missed', times, why }];
  if (intake.human)
    return { intake: next, moves: [{ move: isReachable(intake) ? 'noted' : 'person_asked' }] };
  return times === 2 ? { intake: next, moves, ask: { what: 'human' } } : { intake: next, moves };
}
