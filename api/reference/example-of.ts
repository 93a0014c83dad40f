/** As much of JSON Schema 2020-12 as our documents use. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  example?: unknown;
  default?: unknown;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
}

export type Schemas = Record<string, JsonSchema>;

const ID = '0190b6a1-6f7e-7c52-9d9b-2f6f3c1e8a44';

/** What stands in an example under a name that says more than the schema does. */
const BY_NAME: Record<string, string> = {
  name: 'Maria Lopez',
  company_name: 'Rivera Hardscapes',
  email: 'maria@example.com',
  phone: '(916) 555-0134',
  address: '12 Oak Street, Sacramento, CA 95814',
  country: 'US',
  currency: 'USD',
  locale: 'en',
  timezone: 'America/Los_Angeles',
  password: 'a long pass phrase',
  service: 'paver_patio',
  text: 'How much is a 20x25 paver patio?',
  origin: 'https://www.example.com',
  page_url: 'https://www.example.com/patios',
  quantity: '500',
  rate_percent: '7.75',
  allowed_origins: 'https://www.example.com',
  area_served: 'Sacramento and 30 miles around',
  consent_text: 'We keep what you write to answer you.',
  greeting: 'Hi! What are you planning?',
  label: 'Concrete pavers',
  licence: 'CSLB 1012345',
  notes: 'Wants it done before May.',
  referrer: 'https://www.google.com/',
  source: 'website form',
  starters: 'What does a patio cost?',
  tags: 'patio',
  title: 'Paver patio',
  accent: '#1d6b57',
  default: 'standard',
  description: 'A patio of concrete pavers on a compacted base.',
  last_four: 'q7xk',
  next_cursor: 'MjAyNi0xMS0yMVQwOTozMDowMC4wMDBafDAxOTBiNmEx',
  permissions: 'customers.read',
  publishable_key: 'pk_demo_rivera',
  saved: 'phone',
  scopes: 'customers.read',
  synonyms: 'pavers',
  verified: 'phone',
  visitor_token: 'vt_…',
};

/** Likewise for numbers; all others are 1, or the least that is allowed. */
const NUMBER_BY_NAME: Record<string, number> = {
  amount: 85_864,
  confidence: 0.86,
  conversation_count: 2,
  last_event_id: 12,
  message_count: 6,
  quote_count: 2,
  seq: 42,
};

/** A name is a person's but where it stands in one of these. */
const NAME_IN: Record<string, string> = { site: 'Main website' };

const BY_FORMAT: Record<string, string> = {
  uuid: ID,
  email: 'maria@example.com',
  'date-time': '2026-11-21T09:30:00.000Z',
  date: '2026-11-21',
  uri: 'https://www.example.com',
};

function textOf(schema: JsonSchema, name: string): string {
  const { format, pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
  if (format && BY_FORMAT[format]) return BY_FORMAT[format];
  const instant = name.endsWith('_at') ? BY_FORMAT['date-time'] : undefined;
  const candidates = [BY_NAME[name], instant, name, '7.75', '25', 'USD', 'US', 'a', '#1f6feb'];
  const fits = (text: string | undefined): text is string =>
    text !== undefined &&
    text.length >= minLength &&
    text.length <= maxLength &&
    (!pattern || new RegExp(pattern).test(text));
  return candidates.find(fits) ?? 'text'.padEnd(minLength, '.').slice(0, maxLength);
}

function objectOf(schema: JsonSchema, schemas: Schemas, owner: string): Record<string, unknown> {
  const { properties = {}, additionalProperties } = schema;
  const entries = Object.entries(properties).map(([name, property]) => [
    name,
    (name === 'name' && property.example === undefined && NAME_IN[owner]) ||
      exampleOf(property, schemas, name),
  ]);
  if (
    entries.length === 0 &&
    typeof additionalProperties === 'object' &&
    additionalProperties.type
  ) {
    return { area: exampleOf(additionalProperties, schemas, 'area') };
  }
  return Object.fromEntries(entries);
}

/**
 * A value that the schema accepts and a reader recognises: its own example or default where it has
 * one, else made up by the property's name.
 */
export function exampleOf(schema: JsonSchema, schemas: Schemas, name = ''): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.$ref) return exampleOf(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  const choice = (schema.anyOf ?? schema.oneOf)?.[0];
  if (choice) return exampleOf(choice, schemas, name);
  if (schema.allOf) {
    return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, schemas, name)));
  }
  const type = [schema.type].flat()[0];
  if (type === 'object') return objectOf(schema, schemas, name);
  if (type === 'array') return schema.items ? [exampleOf(schema.items, schemas, name)] : [];
  if (type === 'string') return textOf(schema, name);
  if (type === 'integer' || type === 'number') {
    return NUMBER_BY_NAME[name] ?? Math.max(schema.minimum ?? 1, 1);
  }
  return type === 'boolean' ? true : null;
}
