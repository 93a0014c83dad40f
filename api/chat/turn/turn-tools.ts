import type { DetailSource } from '../../../db/schema/customers.ts';
import type { AssistantTools } from '../../assistant/assistant.ts';
import type { ConversationDeps } from '../conversation/conversation-deps.ts';
import type { ConversationState } from '../conversation/conversation-state.ts';
import type { HeardDetails } from './heard.ts';

const TOO_MANY =
  'No more quotes can be made in this answer. Tell the visitor the ones that you have, and offer to go on.';

/** What a turn has brought about besides its text. */
export interface TurnEffects {
  quoteIds: string[];
  heard: HeardDetails;
  humanAsked: boolean;
}

/** The assistant's tools, bound to one turn: each call takes effect and is told as an event. */
export function turnTools(
  deps: ConversationDeps,
  state: ConversationState,
  messageId: string,
  effects: TurnEffects,
): AssistantTools {
  let quotes = 0; // made, or being made
  return {
    async getQuote(call) {
      if (quotes >= deps.limits.quotesPerTurn) return { ok: false, problem: TOO_MANY, missing: [] };
      quotes++;
      const outcome = await deps.quote(state, call);
      if (!outcome.ok) {
        quotes--;
        return outcome;
      }
      state.addQuote(outcome.quote);
      effects.quoteIds.push(outcome.quote.id);
      state.log.append({ event: 'quote', data: { quote: outcome.quote }, turn: messageId });
      return outcome;
    },
    async saveCustomerDetails(details) {
      const { sources, problem } = deps.checkDetails(state, details, messageId);
      const fields = effects.heard.add(sources.filter((source) => isNews(state, source)));
      state.remember({ details: effects.heard.get()?.details ?? {} });
      if (fields.length > 0) {
        state.log.append({ event: 'details', data: { fields }, turn: messageId });
      }
      const saved = sources.map(({ field }) => field);
      return problem ? { saved, problem } : { saved };
    },
    async requestHuman() {
      effects.humanAsked = true;
    },
  };
}

const isNews = (state: ConversationState, { field, value }: DetailSource): boolean =>
  state.contact[field] !== value;
