import type { TurnInput } from '../assistant/assistant.ts';
import type { ConversationState } from './conversation-state.ts';

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
