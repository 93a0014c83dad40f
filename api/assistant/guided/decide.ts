import type { CustomerDetails, SiteFacts } from '../assistant.ts';
import {
  asides,
  asksCompany,
  asksOfQuoted,
  isRepair,
  offering,
  withoutBare,
} from './decide-besides.ts';
import { isContact, missed } from './decide-missed.ts';
import { aboutMoney, pricing } from './decide-prices.ts';
import { bringsInputs } from './fold-turn.ts';
import type { Asked, Intake } from './intake.ts';
import type { Decision, Fact, Move } from './move.types.ts';
import { isReachable } from './next-question.ts';
import type { Issue } from './sizes/fit.types.ts';
import { smallTalk } from './small-talk.ts';
import type { Topic } from './topics.ts';
import type { Understanding } from './understand.ts';

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
    ...asides(intake, heard, facts),
    ...aboutMoney(intake, heard),
  ];
  const declined = intake.contact === 'declined' && (heard.declines || heard.answer === 'no');
  if (declined && (isContact(intake.asked) || heard.refusesContact))
    moves.push({ move: 'respect' });
  const person = wantsPerson(intake, heard);
  const repair = !person && isRepair(intake, heard);
  if (repair) moves.push({ move: 'repair' });
  const upset = isUpset(intake, heard);
  if (upset) moves.push({ move: 'upset' });
  if (person) moves.push(intake.human ? { move: 'person_asked' } : humanMove(intake, facts));
  const understood = moves.length > 0 || movesOn(intake, heard);
  // an answerable message that also asks what only the company knows
  const leftOpen = asksCompany(heard) || (moves.length === 0 && asksOfQuoted(intake, heard));
  if (understood && heard.question && leftOpen && !person) moves.push({ move: 'not_known' });
  const small = understood ? [] : smallTalk(intake, heard);
  if (understood || small.length > 0) {
    const ask = upset || repair ? ({ what: 'human' } as const) : specialQuestion(intake, heard);
    return {
      intake: { ...(repair ? withoutBare(intake) : intake), misses: 0 },
      moves: [...moves, ...small],
      ...(ask ? { ask } : {}),
    };
  }
  return missed(intake, heard, facts);
}

const ASKED_AGAIN = new Set<Issue['kind']>(['range', 'option', 'open', 'parts']);

const isUpset = (intake: Intake, heard: Understanding): boolean =>
  heard.topics.includes('upset') &&
  !intake.human &&
  heard.jobs.length === 0 &&
  !heard.topics.includes('human');

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
  if (asked('language')) told.push({ move: 'language' });
  // a roof in Folsom: the town is answered, the roof must be too
  if (heard.place && asked('named_trade') && heard.jobs.length === 0)
    told.push({ move: 'missed', times: 1, why: 'not_offered' });
  for (const fact of FACTS) {
    if (!asked(fact)) continue;
    // "can I talk to a person, what's your number": a number with nothing else is the phone question
    const isAside = heard.jobs.length > 0 || asked('bot') || asked('haggle') || asked('budget');
    if (fact === 'services' && isAside) continue;
    if (fact === 'phone' && heard.details.some(({ field }) => field === 'phone')) continue;
    if (fact === 'area' && heard.place) told.push({ move: 'tell', fact, place: heard.place });
    else told.push({ move: 'tell', fact });
  }
  return [...offering(heard), ...told];
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
      if (issue.kind === 'one_side' || issue.kind === 'other_part') {
        const adds = issue.kind === 'other_part' || isAdding(intake, service, input);
        return { what: 'input', service, input, side: issue.side, adds };
      }
      if (issue.kind === 'all_round')
        return { what: 'input', service, input, suggest: issue.value };
      if (ASKED_AGAIN.has(issue.kind)) return { what: 'input', service, input };
    }
  }
  if (heard.unclear.length > 0) return { what: 'service', among: heard.unclear };
  if (wantsItSent(intake, heard)) return { what: 'reach' };
  if (intake.asked?.what === 'more' && heard.answer === 'yes' && bringsNothing(heard)) {
    return { what: 'service' };
  }
  return undefined;
}

const isAdding = ({ asked }: Intake, service: string, input: string): boolean =>
  asked?.what === 'input' &&
  asked.service === service &&
  asked.input === input &&
  asked.adds === true;

const bringsNothing = ({ jobs, details }: Understanding): boolean =>
  jobs.length === 0 && details.length === 0;

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
  if (wantsItSent(intake, heard) || heard.echoes) return true;
  if (heard.topics.includes('budget')) return true;
  if (heard.unclear.length === 0 && heard.topics.includes('other_trade')) return false;
  if (intake.asked?.what === 'more' && heard.answer === 'yes') return true;
  if (heard.unclear.length > 0 || heard.loose !== '')
    return heard.unclear.length > 0 || intake.jobs.length === 0;
  if (heard.topics.includes('price'))
    return intake.jobs.length === 0 || intake.asked?.what === 'input';
  return false;
}
