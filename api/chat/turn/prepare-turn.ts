import type { DetailSource } from '../../../db/schema/customers.ts';
import type { TurnInput } from '../../assistant/assistant.ts';
import type { ConversationDeps } from '../conversation/conversation-deps.ts';
import type { ConversationState } from '../conversation/conversation-state.ts';
import type { MessageView } from '../events/events.ts';

/** What a turn needs that no answer of the database changes. */
export interface PreparedTurn {
  input: TurnInput;
  /** What the message says about who the visitor is. */
  sources: DetailSource[];
}

/** A turn as an assistant is shown it. */
export function turnInputOf(state: ConversationState, text: string): TurnInput {
  return {
    facts: state.facts,
    history: state.history.slice(),
    text,
    intake: state.intake,
    quotes: state.quotes.slice(),
  };
}

/** Works a turn out as far as it goes while its message is being stored; null where that fails: the turn tells. */
export function prepareTurn(
  deps: ConversationDeps,
  state: ConversationState,
  message: MessageView,
  input: TurnInput,
): PreparedTurn | null {
  try {
    deps.prepareAnswer(input);
    return { input, sources: deps.capture(state, message) };
  } catch {
    return null;
  }
}

/** What was prepared, when the conversation has not gone on since. */
export function stillTrue(
  prepared: PreparedTurn | null,
  state: ConversationState,
): PreparedTurn | null {
  return prepared?.input.history.length === state.history.length ? prepared : null;
}
