import type { Message, Quote, SiteConfig } from '../panel/services/wire.ts';

export const aMessage = (over: Partial<Message> = {}): Message => ({
  id: 'm1',
  role: 'assistant',
  text: 'Hello',
  created_at: '2026-11-20T18:00:00.000Z',
  ...over,
});

export const aQuote = (over: Partial<Quote> = {}): Quote => ({
  id: 'q1',
  number: 'Q-1042',
  service: 'paver_patio',
  title: 'Paver patio',
  inputs: { area: '500' },
  currency: 'USD',
  lines: ['Pavers', 'Base', 'Digging', 'Laying'].map((label, i) => ({
    kind: 'material',
    label,
    quantity: `${i + 1}.50`,
    unit: 'cu_yd',
    unit_price: 100,
    amount: 10_000 * (i + 1),
  })),
  subtotal: 100_000,
  tax: 8_750,
  total: 108_750,
  range: { low: 100_000, high: 120_000 },
  waterfall: [],
  config_version: 1,
  valid_until: '2026-12-21',
  created_at: '2026-11-20T18:00:00.000Z',
  ...over,
});

export const aConfig = (over: Partial<SiteConfig['site']> = {}): SiteConfig => ({
  site: {
    name: 'Main',
    company_name: 'Rivera Hardscapes',
    greeting: 'What would you like to build?',
    locale: 'en',
    accent: null,
    position: 'right',
    consent_text: 'We keep this chat to answer you.',
    starters: ['How much is a patio?', 'A new fence', 'Mulch', 'A fourth'],
    ...over,
  },
  assistant: 'guided',
});
