import { tellsAnother } from '../customers/capture/whose-details.ts';
import { compareNames } from '../customers/match/compare-names.ts';
import { matchingKeys } from '../customers/match/customer-keys.ts';
import { readEmail } from '../customers/match/email-key.ts';
import { type Candidate, matchLead } from '../customers/match/match-lead.ts';
import { parseName } from '../customers/match/name-parts.ts';
import { readPhone } from '../customers/match/phone-key.ts';
import { blend, tidy } from './blend-values.ts';
import {
  DETAIL_FIELDS,
  type DetailField,
  type Details,
  type GatheredLead,
  type HeardLead,
  type KnownCustomer,
  type LeadDecision,
} from './lead.types.ts';

/**
 * Decides where a lead lands. Pure. A conversation stays with its customer unless another person speaks
 * up in it, by name and with a contact of their own; it never turns to another record on less.
 */
export function decideLead(heard: HeardLead, gathered: GatheredLead): LeadDecision {
  const values = tidy(heard, heard.country);
  const current = gathered.candidates.find(({ id }) => id === gathered.session_customer_id);
  if (!current) return decideAnew(heard, gathered, { ...knownBefore(gathered), ...values });
  const told = { ...heldName(current, gathered), ...values };
  if (speaksFor(current, told, heard)) return stay(current, values, heard, gathered);
  return { ...decideAnew(heard, gathered, told), movedFrom: current.id };
}

/** A name heard before that is not the customer's: whose number comes next may be that person's. */
function heldName(current: KnownCustomer, { lead }: GatheredLead): Details {
  return lead?.name && contradicts(current, { name: lead.name }) ? { name: lead.name } : {};
}

/** The fields that were told to be another person's: "his wife Laura", "her number is …". */
function othersFields({ details }: HeardLead, values: Details): ReadonlySet<DetailField> {
  const told = details.filter(({ raw }) => tellsAnother(raw)).map(({ field }) => field);
  return new Set(told.filter((field) => values[field]));
}

/** What the conversation's lead has heard so far. */
function knownBefore({ lead }: GatheredLead): Details {
  const known: Details = {};
  for (const field of DETAIL_FIELDS) if (lead?.[field]) known[field] = lead[field];
  return known;
}

/** Whether what was heard is about the conversation's customer, or at least about nobody else for sure. */
function speaksFor(current: KnownCustomer, values: Details, heard: HeardLead): boolean {
  if (!contradicts(current, values)) return true;
  const news = matchingKeys({ ...values, country: heard.country }).filter(
    ({ kind, value }) => !current.keys.some((key) => key.kind === kind && key.value === value),
  );
  return news.length === 0;
}

function contradicts(current: KnownCustomer, { name }: Details): boolean {
  if (!name || !current.name) return false;
  const { first, suffix } = compareNames(parseName(current.name), parseName(name));
  return first === 'different' || suffix === 'contradictory';
}

function stay(
  current: KnownCustomer,
  values: Details,
  heard: HeardLead,
  gathered: GatheredLead,
): LeadDecision {
  const { lead } = gathered;
  const known = { ...knownBefore(gathered), ...values };
  const others = gathered.candidates.filter(({ id }) => id !== current.id);
  const linkedBefore = lead?.customer_id === current.id && lead.confidence_percent !== null;
  return {
    action: 'updated',
    customer: current,
    confidence: linkedBefore ? (lead.confidence_percent ?? 0) / 100 : SAME_CONVERSATION,
    evidence: linkedBefore ? lead.evidence : [{ key: 'session', text: 'Same conversation' }],
    suggestions: matchLead({ ...known, country: heard.country }, others.map(toCandidate))
      .suggestions,
    values: known,
    ...blend(current, values, lead, othersFields(heard, values)),
    movedFrom: null,
  };
}

const SAME_CONVERSATION = 0.99; // somebody else may have sat down at the browser

function decideAnew(heard: HeardLead, gathered: GatheredLead, values: Details): LeadDecision {
  const match = matchLead(
    { ...values, country: heard.country },
    gathered.candidates.map(toCandidate),
  );
  const shared = { values, suggestions: match.suggestions, movedFrom: null };
  if (heard.sessionId && !isReachable(values, heard.country)) {
    return {
      ...shared,
      action: null,
      customer: null,
      confidence: 0,
      evidence: [],
      changes: {},
      kept: {},
    };
  }
  const { confidence, evidence } = match;
  const customer = gathered.candidates.find(({ id }) => id === match.customerId) ?? null;
  if (!customer) {
    return { ...shared, action: 'created', customer, confidence, evidence, changes: {}, kept: {} };
  }
  const { changes, kept } = blend(customer, values, null);
  const action = Object.keys(changes).length > 0 ? 'updated' : 'linked';
  return { ...shared, action, customer, confidence, evidence, changes, kept };
}

/** A name alone makes no customer in a chat: who it is shows once they leave a way to reach them. */
function isReachable({ email, phone }: Details, country: string): boolean {
  return Boolean((email && readEmail(email)) || (phone && readPhone(phone, country)));
}

/** A known customer as the matching sees it. */
export function toCandidate(known: KnownCustomer): Candidate {
  const of = (wanted: 'email' | 'phone') =>
    known.keys.filter(({ kind }) => kind === wanted).map(({ value }) => value);
  return { ...known, emails: of('email'), phones: of('phone') };
}
