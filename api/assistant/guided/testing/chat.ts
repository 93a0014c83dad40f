import Big from 'big.js';
import type { QuoteView } from '../../../calculator/views.ts';
import type { AssistantTools, CustomerDetails, SiteFacts, Utterance } from '../../assistant.ts';
import { guidedAssistant } from '../guided-assistant.ts';
import { FACTS } from './demo-facts.ts';

const UNIT_PRICE: Record<string, number> = { paver_patio: 495, wood_fence: 3650, mulch: 85 };

export interface Chat {
  say(text: string): Promise<string>;
  quotes: QuoteView[];
  saved: CustomerDetails;
  reasons: string[];
  pieces: string[];
  intake: unknown;
  history: Utterance[];
}

/** A conversation with the guided assistant over tools that keep what they are told in memory. */
export function startChat(facts: SiteFacts = FACTS, tools: Partial<AssistantTools> = {}): Chat {
  const chat: Chat = {
    quotes: [],
    saved: {},
    reasons: [],
    pieces: [],
    intake: null,
    history: [],
    say: async (text) => {
      const turn = {
        facts,
        history: [...chat.history],
        text,
        intake: chat.intake,
        quotes: [...chat.quotes],
      };
      const answer = guidedAssistant.answer(
        turn,
        { ...memory(chat, facts), ...tools },
        new AbortController().signal,
      );
      chat.pieces = [];
      let step = await answer.next();
      for (; !step.done; step = await answer.next()) chat.pieces.push(step.value);
      // between turns it lives as JSON in the database
      chat.intake = JSON.parse(JSON.stringify(step.value.intake));
      const said = chat.pieces.join('');
      chat.history.push({ role: 'visitor', text }, { role: 'assistant', text: said });
      return said;
    },
  };
  return chat;
}

function memory(chat: Chat, facts: SiteFacts): AssistantTools {
  return {
    async getQuote({ service, inputs }) {
      const quote = makeQuote(service, inputs, facts, chat.quotes.length + 1);
      chat.quotes.push(quote);
      return { ok: true, quote };
    },
    async saveCustomerDetails(details) {
      Object.assign(chat.saved, details);
      return { saved: Object.keys(details) as (keyof CustomerDetails)[] };
    },
    async requestHuman(reason) {
      chat.reasons.push(reason);
    },
  };
}

/** Any simple price function will do: the assistant must only repeat what comes back. */
export function makeQuote(
  service: string,
  inputs: Record<string, string>,
  facts: SiteFacts,
  number: number,
): QuoteView {
  const view = facts.services.find(({ id }) => id === service);
  const defaults = Object.fromEntries(
    (view?.inputs ?? []).flatMap(({ id, default: value }) => (value === null ? [] : [[id, value]])),
  );
  const quantity = inputs.area ?? inputs.length ?? '1';
  const material = Number(
    Big(quantity)
      .times(UNIT_PRICE[service] ?? 100)
      .round(0),
  );
  const line = { quantity: '1', unit: 'each', unit_price: material, amount: material };
  return {
    id: `quote-${number}`,
    number: `Q-${number}`,
    service,
    title: view?.name ?? service,
    inputs: { ...defaults, ...inputs },
    currency: facts.currency,
    lines: [
      { kind: 'material', label: 'Material', ...line },
      { kind: 'labor', label: 'Labor', ...line, unit_price: 0, amount: 0 },
    ],
    subtotal: material,
    tax: 0,
    total: material,
    waterfall: [],
    config_version: 1,
    valid_until: '2026-12-21',
    created_at: '2026-11-21T10:00:00Z',
  };
}
