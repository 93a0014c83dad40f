import { demoCalculatorConfig } from '../../../../db/seed/calculator/demo.ts';
import { priceService } from '../../../calculator/engine/price-service.ts';
import { servicesOf } from '../../../calculator/services-of.ts';
import type { SiteFacts } from '../../assistant.ts';
import { type Chat, startChat } from './chat.ts';

export const DEMO_FACTS: SiteFacts = {
  companyName: 'Rivera Hardscapes',
  locale: 'en',
  currency: 'USD',
  country: 'US',
  hours: 'Monday to Friday 7:30 am to 5 pm, Saturday 8 am to noon',
  areaServed: 'Sacramento and the towns around it, from Davis to Folsom and Elk Grove',
  licence: 'CSLB licence no. 000000 (this is a demo company)',
  phone: '(916) 555-0142',
  services: servicesOf(demoCalculatorConfig),
};

/** A conversation with the demo company, priced by its own price list. */
export function startDemoChat(change: Partial<SiteFacts> = {}): Chat {
  const facts = { ...DEMO_FACTS, ...change };
  const chat: Chat = startChat(facts, {
    async getQuote({ service, inputs }) {
      const outcome = priceService(demoCalculatorConfig, service, inputs);
      if (!outcome.ok) {
        const { refusal } = outcome;
        const missing = 'missing' in refusal ? refusal.missing : [];
        return { ok: false, problem: refusal.message, missing };
      }
      const number = chat.quotes.length + 1;
      const quote = {
        id: `quote-${number}`,
        number: `Q-${number}`,
        ...outcome.quote,
        config_version: 1,
        valid_until: '2026-12-21',
        created_at: '2026-11-21T10:00:00Z',
      };
      chat.quotes.push(quote);
      return { ok: true, quote };
    },
  });
  return chat;
}
