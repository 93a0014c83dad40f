import type { QuoteView, ServiceView } from '../calculator/views.ts';

/** What an assistant may say about a company; all of it public, all of it from the company's own settings. */
export interface SiteFacts {
  companyName: string;
  locale: 'en' | 'es';
  /** ISO 4217, e.g. USD. */
  currency: string;
  /** ISO 3166-1 alpha-2, the default country of phone numbers. */
  country: string;
  hours: string | null;
  areaServed: string | null;
  licence: string | null;
  phone: string | null;
  services: ServiceView[];
}

export interface Utterance {
  role: 'visitor' | 'assistant' | 'staff';
  text: string;
}

/** One turn as an assistant sees it. History is oldest first and does not hold `text`. */
export interface TurnInput {
  facts: SiteFacts;
  history: Utterance[];
  text: string;
  /** What the guided assistant remembered after the last turn, or null in a new session. */
  intake: unknown;
  /** Quotes already made in this session, oldest first. */
  quotes: QuoteView[];
}

export type DetailField = 'name' | 'email' | 'phone' | 'address';
export type CustomerDetails = Partial<Record<DetailField, string>>;

export type QuoteOutcome =
  | { ok: true; quote: QuoteView }
  /** `problem` is written for the caller, model or guided; `missing` lists input ids still needed. */
  | { ok: false; problem: string; missing: string[] };

/** The only authority an assistant has. The room carries the calls out and emits their events. */
export interface AssistantTools {
  getQuote(call: { service: string; inputs: Record<string, string> }): Promise<QuoteOutcome>;
  saveCustomerDetails(
    details: CustomerDetails,
  ): Promise<{ saved: DetailField[]; problem?: string }>;
  requestHuman(reason: string): Promise<void>;
}

/** Why an answer is aborted whose text is long enough: what it costs is still to be measured. */
export class AnswerFull extends Error {}

/**
 * Yields the answer's text piece by piece and returns what the guided assistant should remember.
 * An aborted signal ends the generator without an exception.
 */
export interface Assistant {
  answer(
    turn: TurnInput,
    tools: AssistantTools,
    signal: AbortSignal,
  ): AsyncGenerator<string, { intake: unknown }>;
}
