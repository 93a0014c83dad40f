import type { SQL, SQLWrapper } from 'drizzle-orm';
import type { DetailSource } from '../../../db/schema/customers.ts';
import type { TurnLedger } from '../../ai-usage/turn-ledger.ts';
import type {
  AssistantTools,
  CustomerDetails,
  QuoteOutcome,
  TurnInput,
} from '../../assistant/assistant.ts';
import type { Withheld } from '../../assistant/price-guard/price-guard.ts';
import type { VisitorMessage } from '../events/events.ts';
import type { ChatLimits } from '../limits.ts';
import type { ConversationStore } from '../store/conversation-store.ts';
import type { ConversationState } from './conversation-state.ts';

/** What an assistant has to report when it has answered. */
export interface AnswerReport {
  intake: unknown;
  assistant: 'model' | 'guided';
  /** Amounts of money that the price guard held back, as they were written. */
  withheld: Withheld[];
}

/** Everything a conversation needs of the world. */
export interface ConversationDeps {
  store: ConversationStore;
  limits: ChatLimits;
  requestId: string;
  newId(): string;
  now(): Date;
  /** Tells the company's live feed that there is news in the outbox. */
  tellFeed(): void;
  /** Keeps the room awake until the work is done. */
  keepAlive(work: Promise<unknown>): void;
  /** Reserves the first model call of a turn; null where no model is configured. */
  reserveFirst(
    message: VisitorMessage,
    turn: { customerId: string | null; input: TurnInput } | null,
  ): SQLWrapper | null;
  /** Works out ahead what the answer to a turn will need. */
  prepareAnswer(input: TurnInput): void;
  /** An expression that closes the session's unfinished model calls as estimated. */
  closeAbandoned: SQL;
  /** What the visitor's own words say about who they are. */
  capture(state: ConversationState, message: VisitorMessage): DetailSource[];
  /** Reads a tool's details; what is no phone number or e-mail is told as a problem. */
  checkDetails(
    state: ConversationState,
    details: CustomerDetails,
    messageId: string,
  ): { sources: DetailSource[]; problem?: string };
  /** Opens the accounts of a turn's model calls, the first of which was reserved with the message. */
  openLedger(about: {
    reservation: unknown;
    messageId: string;
    customerId: string | null;
  }): TurnLedger;
  /** Answers, by a model or by the guided assistant. Never throws for the provider's sake. */
  answer(
    turn: TurnInput,
    tools: AssistantTools,
    about: {
      ledger: TurnLedger;
      /** Aborted with AnswerFull when no more text is wanted. */
      signal: AbortSignal;
      /** Readies the connection for the turn's end; `settle` makes as many closings as are expected. */
      warmUp: (calls: number, settle: () => SQLWrapper[]) => void;
    },
  ): AsyncGenerator<string, AnswerReport>;
  quote(
    state: ConversationState,
    call: { service: string; inputs: Record<string, string> },
  ): Promise<QuoteOutcome>;
  words: {
    detailsThanks(state: ConversationState, details: CustomerDetails): string;
    humanAsked(state: ConversationState): string;
  };
}
