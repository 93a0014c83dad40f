import type { QuoteView } from '../../../api/calculator/views.ts';

/** The wire as the widget reads it: snake_case JSON of the public chat API. */
export type Quote = QuoteView;

export interface SiteConfig {
  site: {
    name: string;
    company_name: string;
    greeting: string;
    locale: string;
    /** Hex colour, e.g. #1d6b57; null keeps ours. */
    accent: string | null;
    position: 'right' | 'left';
    consent_text: string | null;
    starters: string[];
  };
  assistant: 'model' | 'guided';
}

export type Role = 'visitor' | 'assistant' | 'staff';

export interface Message {
  id: string;
  role: Role;
  text: string;
  quotes?: Quote[];
  created_at: string;
  /** Who of the staff wrote it. */
  author_name?: string | null;
}

export interface SessionStart {
  session: { id: string; last_event_id: number };
  visitor_id: string;
  visitor_token: string;
  messages: Message[];
}

export interface ProblemBody {
  code?: string;
  title?: string;
  detail?: string;
  errors?: { path: string; message: string }[];
}

export type DetailField = 'name' | 'email' | 'phone' | 'address';

/** One event of a session, numbered from 1. */
export type ChatEvent = { id: number } & (
  | { name: 'turn.started'; data: { message_id: string; reply_to: string } }
  | { name: 'text'; data: { message_id: string; delta: string } }
  | { name: 'quote'; data: { quote: Quote } }
  | { name: 'details'; data: { fields: DetailField[] } }
  | { name: 'details.requested'; data: { fields: DetailField[] } }
  | { name: 'message'; data: { message: Message } }
  | { name: 'turn.completed'; data: { message: Message } }
  /** `message_id` is the visitor's message that was not answered. */
  | { name: 'error'; data: { problem: ProblemBody; message_id: string | null } }
);
