import type { SiteFacts } from '../../assistant/assistant.ts';
import { parseCalculatorConfig } from '../../calculator/config.ts';
import { servicesOf } from '../../calculator/services-of.ts';
import type { LoadedRow } from '../store/loaded.ts';

/** What the assistants are told of the company. A company without a price list has no services. */
export function factsOf({ company, config, session }: LoadedRow): SiteFacts {
  const facts = company?.facts ?? {};
  return {
    companyName: company?.name ?? '',
    locale: session.locale,
    currency: company?.currency ?? 'USD',
    country: company?.country ?? 'US',
    hours: facts.hours ?? null,
    areaServed: facts.area_served ?? null,
    licence: facts.licence ?? null,
    phone: facts.phone ?? null,
    services: config ? servicesOf(parseCalculatorConfig(config.config)) : [],
  };
}
