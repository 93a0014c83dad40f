import { randomSecret } from '../access/secrets.ts';
import type { NewSite } from './insert-site.ts';
import type { SiteInput } from './schemas.ts';

const GREETINGS = {
  en: 'Hi! Tell me about your project and I will work out a price for you.',
  es: '¡Hola! Cuénteme sobre su proyecto y le calculo un precio.',
};

const STARTERS = {
  en: ['How much does it cost?', 'What areas do you serve?', 'Talk to a person'],
  es: ['¿Cuánto cuesta?', '¿En qué zonas trabajan?', 'Hablar con una persona'],
};

export interface SiteMaking {
  companyId: string;
  id: string;
  now: Date;
}

/** A site's row with a new publishable key; what the input leaves out has its usual value. */
export function newSite({ companyId, id, now }: SiteMaking, input: SiteInput) {
  const locale = input.locale ?? 'en';
  return {
    companyId,
    id,
    name: input.name,
    publishableKey: `pk_${randomSecret()}`,
    allowedOrigins: input.allowed_origins ?? [],
    accent: input.accent ?? '#1d6b57',
    position: input.position ?? 'right',
    greeting: input.greeting ?? GREETINGS[locale],
    locale,
    starters: input.starters ?? STARTERS[locale],
    consentText: input.consent_text || null,
    createdAt: now,
    updatedAt: now,
  } satisfies NewSite;
}
