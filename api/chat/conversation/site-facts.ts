import type { SiteFacts } from '../../assistant/assistant.ts';
import { parseCalculatorConfig } from '../../calculator/config.ts';
import { servicesOf } from '../../calculator/services-of.ts';
import type { LoadedRow } from '../store/loaded.ts';

// By price list, then by everything else that they are made of: what the assistants derive from the facts is
// kept with them, and conversations of a company have the same.
const known = new WeakMap<object, Map<string, SiteFacts>>();
const VARIANTS_MAX = 20; // languages and changes of the company's facts since its price list was read

/** What the assistants are told of the company. A company without a price list has no services. */
export function factsOf({ company, config, session }: LoadedRow): SiteFacts {
  const make = () => newFacts(company, config, session.locale);
  if (!config) return make();
  const variants = known.get(config) ?? new Map<string, SiteFacts>();
  known.set(config, variants);
  const { name, currency, country, facts } = company ?? {};
  const key = JSON.stringify([session.locale, name, currency, country, facts]);
  const shared = variants.get(key) ?? make();
  if (variants.size >= VARIANTS_MAX) variants.clear();
  variants.set(key, shared);
  return shared;
}

function newFacts(
  company: LoadedRow['company'],
  config: LoadedRow['config'],
  locale: 'en' | 'es',
): SiteFacts {
  const facts = company?.facts ?? {};
  return {
    companyName: company?.name ?? '',
    locale,
    currency: company?.currency ?? 'USD',
    country: company?.country ?? 'US',
    hours: facts.hours ?? null,
    areaServed: facts.area_served ?? null,
    licence: facts.licence ?? null,
    phone: facts.phone ?? null,
    services: config ? servicesOf(parseCalculatorConfig(config.config)) : [],
  };
}
