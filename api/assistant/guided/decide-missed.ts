import type { SiteFacts } from '../assistant.ts';
import type { Asked, Intake } from './intake.ts';
import type { Decision, Move } from './move.types.ts';
import { isReachable } from './next-question.ts';
import type { Understanding } from './understand.ts';

export const isContact = (asked: Asked | null): boolean =>
  asked?.what === 'name' || asked?.what === 'reach';

/** What to say to a message that was not understood; from the second on a person is offered. */
export function missed(intake: Intake, heard: Understanding, facts: SiteFacts): Decision {
  const choice = heard.proposes && heard.topics.length === 0 ? choiceInHand(intake, facts) : null;
  if (choice) return { intake: { ...intake, misses: 0 }, moves: [choice] };
  const times = intake.misses + 1;
  const next = { ...intake, misses: times };
  const moves: Move[] = [{ move: 'missed', times, why: whyMissed(intake, heard) }];
  if (intake.human)
    return { intake: next, moves: [{ move: isReachable(intake) ? 'noted' : 'person_asked' }] };
  return times === 2 ? { intake: next, moves, ask: { what: 'human' } } : { intake: next, moves };
}

function whyMissed(intake: Intake, heard: Understanding): Extract<Move, { move: 'missed' }>['why'] {
  if (heard.unsure) return 'unsure';
  if (heard.topics.includes('company_question')) return 'not_known';
  if (heard.topics.includes('other_trade')) return 'not_offered';
  if (heard.answer === 'yes' && isContact(intake.asked)) return 'yes';
  return heard.question && !heard.wordless ? 'not_known' : 'unclear';
}

/** "What about vinyl?": what the service in hand can be made of. */
const choiceInHand = (intake: Intake, facts: SiteFacts): Move | null =>
  choiceOf(intake.current, facts);

/** What a service can be made of. */
export function choiceOf(id: string | null, facts: SiteFacts): Move | null {
  const service = facts.services.find((one) => one.id === id);
  const input = service?.inputs.find(({ kind }) => kind === 'choice');
  if (!service || !input) return null;
  return {
    move: 'issue',
    service: service.id,
    issue: { kind: 'option', input: input.id, value: '' },
  };
}
