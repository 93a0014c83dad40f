import type { SavedEvent } from '../../../db/schema/chat.ts';
import type { DetailSource } from '../../../db/schema/customers.ts';
import type { CustomerDetails, DetailField } from '../../assistant/assistant.ts';
import { withDetails } from '../../assistant/guided/with-details.ts';
import type { NewEvent } from '../events/events.ts';
import { HeardDetails } from '../turn/heard.ts';
import type { ConversationDeps } from './conversation-deps.ts';
import type { ConversationState } from './conversation-state.ts';

/** The contact form. Lands like anything that was said, and is thanked for. */
export async function takeDetails(
  deps: ConversationDeps,
  state: ConversationState,
  details: CustomerDetails,
  network: string,
): Promise<{ saved: DetailField[] }> {
  await deps.store.takeHits(deps.limits.details, network);
  const heard = new HeardDetails(state.facts.country);
  const saved = heard.add(filledIn(details));
  const text = deps.words.detailsThanks(state, details);
  state.remember({ details, intake: withDetails(state.intake, details) });
  const told = { event: 'details', data: { fields: saved }, turn: null } as const;
  await say(deps, state, text, { heard, before: [told] });
  return { saved };
}

/** The visitor asks for a person. Asking again changes nothing. */
export async function callForPerson(
  deps: ConversationDeps,
  state: ConversationState,
  network: string,
): Promise<void> {
  if (state.status === 'human') return;
  await deps.store.takeHits({ perIp: deps.limits.humanPerIp }, network);
  const change = { status: 'human', humanRequestedAt: deps.now() } as const;
  await say(deps, state, deps.words.humanAsked(state), { change });
  state.status = 'human';
}

function filledIn(details: CustomerDetails): DetailSource[] {
  return Object.entries(details).flatMap(([field, value]): DetailSource[] =>
    value
      ? [{ field: field as DetailField, value, source: 'form', message_id: null, raw: value }]
      : [],
  );
}

interface Effects {
  heard?: HeardDetails;
  change?: { status: 'human'; humanRequestedAt: Date };
  /** Told ahead of the message. */
  before?: Extract<NewEvent, { event: 'details' }>[];
}

/** A message of the assistant's that answers no message. */
async function say(
  deps: ConversationDeps,
  state: ConversationState,
  text: string,
  { heard, change, before = [] }: Effects,
): Promise<void> {
  const view = {
    id: deps.newId(),
    role: 'assistant' as const,
    text,
    quote_ids: [],
    created_at: deps.now().toISOString(),
  };
  const seq = state.nextSeq++;
  await state.log.commit(async (firstId) => {
    const eventId = firstId + before.length;
    const events = before.map(
      ({ event, data }, i): SavedEvent => [firstId + i, event, data.fields],
    );
    const landed = await deps.store.note({
      message: { view, seq, eventId, assistant: 'guided', events },
      session: { ...change, intake: state.intake, lastEventId: eventId },
      heard: heard?.get() ?? null,
    });
    if (landed) state.customerId = landed.customerId;
    const said = { event: 'message', data: { message: view }, turn: null } as const;
    return { events: [...before, said], result: undefined };
  });
  state.history.push({ role: 'assistant', text });
  deps.tellFeed();
}
