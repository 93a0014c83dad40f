import type { Intake } from './intake.ts';
import type { Move } from './move.types.ts';
import type { Topic } from './topics.ts';
import type { Understanding } from './understand.ts';

/** Thanks, goodbye, a plain "ok": what deserves a short word where nothing else was said. */
export function smallTalk(intake: Intake, heard: Understanding): Move[] {
  const { asked } = intake;
  const said = (topic: Topic) => heard.topics.includes(topic);
  if (heard.unsure && asked?.what === 'input') return [];
  if (said('other_trade') || said('company_question')) return [];
  const offered =
    asked?.what === 'human' ||
    (asked?.what === 'input' && (asked.suggest !== undefined || asked.adds === true));
  if (offered && heard.answer === 'no') return [{ move: 'noted' }];
  if (asked?.what === 'more' && heard.answer === 'no') return [{ move: 'bye' }];
  if (said('bye')) return [{ move: 'bye' }];
  if (said('thanks')) return [{ move: 'welcome' }];
  if (said('greeting')) return [{ move: intake.greeted ? 'noted' : 'greet' }];
  if (said('chatter')) return [{ move: 'noted' }];
  // "ok" after everything is settled needs no answer but a short one
  const idle = asked === null && intake.jobs.some((job) => job.quote_id !== null);
  return idle && heard.answer !== null ? [{ move: 'noted' }] : [];
}
