import { z } from '@hono/zod-openapi';

const FACT_CHARACTERS_MAX = 300; // an answer in a chat, not a page

const fact = z.string().trim().max(FACT_CHARACTERS_MAX);

export const companyFacts = z
  .object({
    hours: fact.optional().openapi({ example: 'Monday to Friday, 8 to 5' }),
    area_served: fact.optional(),
    licence: fact.optional(),
    phone: fact.optional(),
  })
  .openapi('CompanyFacts', { description: 'What the assistants may tell a visitor.' });

export const companyView = z
  .object({
    id: z.uuid(),
    name: z.string().openapi({ example: 'Rivera Hardscapes' }),
    currency: z.string(),
    country: z.string(),
    locale: z.string(),
    timezone: z.string(),
  })
  .openapi('Company');

export const companyDetails = companyView.extend({ facts: companyFacts }).openapi('CompanyDetails');

const withTimeZone = (timeZone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
};

export const companyPatch = z
  .object({
    name: z.string().trim().min(1).max(120).openapi({ example: 'Rivera Hardscapes' }),
    country: z.string().regex(/^[A-Z]{2}$/, 'Two capital letters, e.g. US.'),
    locale: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'A language, e.g. en or es-MX.'),
    timezone: z.string().max(60).refine(withTimeZone, 'A time zone, e.g. America/Los_Angeles.'),
    facts: companyFacts.openapi({ description: 'Facts not given stay; an empty one is removed.' }),
  })
  .partial()
  .openapi('CompanyPatch');

export type CompanyView = z.infer<typeof companyView>;
export type CompanyDetails = z.infer<typeof companyDetails>;
export type CompanyPatch = z.infer<typeof companyPatch>;
