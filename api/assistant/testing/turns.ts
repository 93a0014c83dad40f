import type { QuoteView, ServiceView } from '../../calculator/views.ts';
import type { AssistantTools, SiteFacts, TurnInput } from '../assistant.ts';
import type {
  AttemptLedger,
  AttemptOpened,
  AttemptResult,
  AttemptStart,
} from '../model/attempt-ledger.ts';

/** Values that the tests of the assistants share. */
export const patio: ServiceView = {
  id: 'paver_patio',
  name: 'Paver patio',
  description: 'Concrete pavers on a compacted base.',
  synonyms: ['patio'],
  inputs: [
    {
      id: 'area',
      label: 'Area',
      question: 'About how big is the patio?',
      kind: 'area',
      unit: 'sq_ft',
      required: true,
      default: null,
      min: '50',
      max: '20000',
      options: [],
    },
  ],
};

export const facts: SiteFacts = {
  companyName: 'Rivera Hardscapes',
  locale: 'en',
  currency: 'USD',
  country: 'US',
  hours: 'Mon to Fri, 8 to 5',
  areaServed: 'Santa Clara County',
  licence: 'C-27 998877',
  phone: '+1 408 555 0100',
  services: [patio],
};

export const quote: QuoteView = {
  id: '0190a000-0000-7000-8000-000000000001',
  number: 'Q-1001',
  service: 'paver_patio',
  title: 'Paver patio',
  inputs: { area: '500' },
  currency: 'USD',
  lines: [
    {
      kind: 'material',
      label: 'Pavers',
      quantity: '550',
      unit: 'sq ft',
      unit_price: 450,
      amount: 247_500,
    },
  ],
  subtotal: 247_500,
  tax: 20_419,
  total: 267_919,
  range: { low: 250_000, high: 300_000 },
  waterfall: [],
  config_version: 1,
  valid_until: '2026-12-21',
  created_at: '2026-11-21T00:00:00Z',
};

export const turn = (text: string, change: Partial<TurnInput> = {}): TurnInput => ({
  facts,
  history: [],
  text,
  intake: null,
  quotes: [],
  ...change,
});

export const neverAborted = new AbortController().signal;

/** Tools that do what the room's do, in memory, and remember how they were called. */
export function recordingTools(): AssistantTools & { calls: unknown[] } {
  const calls: unknown[] = [];
  return {
    calls,
    async getQuote(call) {
      calls.push(['get_quote', call]);
      if (call.service === 'paver_patio') return { ok: true, quote };
      return { ok: false, problem: `There is no service ${call.service}.`, missing: [] };
    },
    async saveCustomerDetails(details) {
      calls.push(['save_customer_details', details]);
      return { saved: Object.keys(details) as never[] };
    },
    async requestHuman(reason) {
      calls.push(['request_human', reason]);
    },
  };
}

/** A ledger in memory; fails the test's expectations when a call is closed twice or never opened. */
export class MemoryLedger implements AttemptLedger {
  readonly starts: AttemptStart[] = [];
  readonly results: (AttemptResult | null)[] = [];
  /** What the opens are answered, before ok. */
  readonly refusals: (AttemptOpened | Error)[] = [];

  async open(start: AttemptStart): Promise<AttemptOpened> {
    const refusal = this.refusals.shift();
    if (refusal instanceof Error) throw refusal;
    if (refusal) return refusal;
    this.starts.push(start);
    return { ok: true, id: String(this.results.push(null) - 1) };
  }

  close(id: string, result: AttemptResult): void {
    if (this.results[Number(id)] !== null) throw new Error(`call ${id} is not open`);
    this.results[Number(id)] = result;
  }

  outcomes(): (string | null)[] {
    return this.results.map((result) => result?.outcome ?? null);
  }
}
