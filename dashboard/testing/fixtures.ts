import type {
  Conversation,
  ConversationDetail,
  Customer,
  CustomerDetail,
  Me,
  Message,
  Quote,
  SecurityEvent,
  Site,
} from '../lib/wire.ts';

/** Things as the API would answer them; tests name only what matters to them. */
export function conversation(fields: Partial<Conversation> = {}): Conversation {
  return {
    id: 'c1',
    status: 'open',
    site: { id: 's1', name: 'Main website' },
    customer: null,
    contact: { name: 'Dana', email: null, phone: null, address: null },
    last_message: null,
    message_count: 1,
    quote_total: null,
    page_url: null,
    human_requested_at: null,
    created_at: '2026-11-21T08:00:00Z',
    last_message_at: '2026-11-21T09:00:00Z',
    ...fields,
  };
}

export function detail(fields: Partial<ConversationDetail> = {}): ConversationDetail {
  return { ...conversation(), lead: null, quotes: [], ai_cost_usd: '0', ...fields };
}

export function message(fields: Partial<Message> = {}): Message {
  return {
    id: 'm1',
    role: 'visitor',
    text: 'hello',
    quote_ids: [],
    assistant: null,
    created_at: '2026-11-21T09:00:00Z',
    ...fields,
  };
}

export function quote(fields: Partial<Quote> = {}): Quote {
  const line = (label: string, amount: number) => ({
    kind: 'material' as const,
    label,
    quantity: '550',
    unit: 'sq_ft',
    unit_price: 450,
    amount,
  });
  return {
    id: 'q1',
    number: 'Q-1042',
    service: 'paver_patio',
    title: 'Paver patio',
    inputs: {},
    currency: 'USD',
    lines: [
      line('Pavers', 247500),
      line('Gravel', 44448),
      line('Laying', 325000),
      line('Delivery', 12000),
    ],
    subtotal: 628948,
    tax: 50238,
    total: 679186,
    waterfall: [],
    config_version: 1,
    valid_until: '2026-12-21',
    created_at: '2026-11-21T09:00:00Z',
    ...fields,
  };
}

export function customer(fields: Partial<Customer> = {}): Customer {
  return {
    id: 'k1',
    name: 'Maria Lopez',
    email: 'maria@x.example',
    phone: '+15125551000',
    address: null,
    stage: 'lead',
    tags: [],
    source: 'chat',
    conversation_count: 1,
    quote_count: 0,
    last_activity_at: '2026-11-21T09:00:00Z',
    created_at: '2026-11-20T09:00:00Z',
    ...fields,
  };
}

export function customerDetail(fields: Partial<CustomerDetail> = {}): CustomerDetail {
  return { ...customer(), notes: null, verified: [], ...fields };
}

export function site(fields: Partial<Site> = {}): Site {
  return {
    id: 's1',
    name: 'Main website',
    publishable_key: 'pk_demo',
    allowed_origins: ['https://www.x.example'],
    accent: '#1d6b57',
    position: 'right',
    greeting: 'Hi',
    locale: 'en',
    starters: [],
    consent_text: null,
    created_at: '2026-11-20T09:00:00Z',
    updated_at: '2026-11-20T09:00:00Z',
    ...fields,
  };
}

export function securityEvent(fields: Partial<SecurityEvent> = {}): SecurityEvent {
  return {
    id: 'e1',
    kind: 'log_in',
    at: '2026-11-21T08:00:00Z',
    actor: { type: 'user', id: 'u1', name: 'Elena Rivera' },
    target: null,
    network: '203.0.113.7',
    detail: null,
    request_id: 'r1',
    ...fields,
  };
}

export function person(permissions: string[]): Me {
  return {
    company: {
      id: 'co1',
      name: 'Rivera Hardscapes',
      currency: 'USD',
      country: 'US',
      locale: 'en-US',
      timezone: 'America/Chicago',
    },
    user: { id: 'u1', name: 'Elena Rivera', email: 'owner@rivera.example', role: 'owner' },
    permissions,
  };
}
