import type { SQL, SQLWrapper } from 'drizzle-orm';
import type { Withheld } from '../../assistant/price-guard/price-guard.ts';
import type { ChatLimits } from '../limits.ts';
import type { HeardInChat } from '../turn/heard.ts';
import type { MessageRow, SessionChange } from './turn-writes.ts';

export interface AcceptInput {
  row: MessageRow;
  /**
   * The message is stored already, from a turn that was interrupted: an expression that closes what that
   * turn has left open. Null for a new message.
   */
  retry: SQL | null;
  limits: ChatLimits;
  /** The client's network. */
  network: string;
  /** An expression that reserves the first model call; null when no model is to be asked. */
  reserve: SQLWrapper | null;
  /** Called while the database is at work. */
  meanwhile?: () => void;
}

export interface NoteInput {
  message: MessageRow;
  session: SessionChange;
  heard: HeardInChat | null;
}

export interface FinishInput extends NoteInput {
  /** The visitor's message that is answered. */
  replyTo: string;
  /** When the visitor asked for a person in this turn; null when they did not. */
  humanAskedAt: Date | null;
  /** Expressions that close the turn's model calls. */
  settle: SQLWrapper[];
  /** Amounts that the price guard held back. */
  withheld: Withheld[];
}
