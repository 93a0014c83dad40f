import type { StoredSuggestion } from '../../../db/schema/customers.ts';
import { type Comparison, comparePeople } from './compare-people.ts';
import type { Evidence } from './evidence.ts';
import { type Person, type PersonValues, toPerson } from './person.ts';

/** A customer that may be the person, with every e-mail and phone it is known by. */
export interface Candidate extends PersonValues {
  id: string;
  emails: string[];
  phones: string[];
}

/** What to do with a lead, and why. */
export interface Match {
  action: 'created' | 'linked';
  /** Of the customer it is linked to. */
  customerId: string | null;
  /** 0 to 1, that the action is right. */
  confidence: number;
  evidence: Evidence[];
  suggestions: StoredSuggestion[];
}

interface Compared extends Comparison {
  id: string;
}

const LINK_FROM = 0.75; // below, too much else contradicts a shared phone
const SUGGEST_FROM = 0.2;
const SUGGESTIONS_MAX = 5; // more than a person would look through

/**
 * Decides where a lead lands. Linked by itself only to a customer with the same personal e-mail or the
 * same phone and a compatible name, and only when no other customer has as good a claim; everything
 * else that looks alike is suggested. Deterministic: the candidates' order does not matter.
 */
export function matchLead(heard: PersonValues, candidates: Candidate[]): Match {
  const person = toPerson(heard);
  const compared = candidates.map((candidate) => ({
    ...comparePeople(person, personOf(candidate)),
    id: candidate.id,
  }));
  compared.sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1));
  const linked = chooseSafe(person, compared);
  const suggestions = suggest(compared.filter(({ id }) => id !== linked?.id));
  if (linked) {
    const { id, confidence, evidence } = linked;
    return { action: 'linked', customerId: id, confidence, evidence, suggestions };
  }
  const best = suggestions[0]?.confidence ?? 0;
  return {
    action: 'created',
    customerId: null,
    confidence: Math.round((1 - best) * 100) / 100,
    evidence: [{ key: 'new', text: newBecause(suggestions.length) }],
    suggestions,
  };
}

/** A candidate with all its keys, normalised. */
export function personOf(candidate: Candidate): Person {
  return toPerson(candidate, candidate);
}

/** Look-alikes worth a person's attention, the likeliest first. */
export function suggest(compared: Compared[]): StoredSuggestion[] {
  return compared
    .filter(({ confidence }) => confidence >= SUGGEST_FROM)
    .slice(0, SUGGESTIONS_MAX)
    .map(({ id, confidence, evidence }) => ({ customer_id: id, confidence, evidence }));
}

/** Whether this comparison alone would allow a link. */
export function isSafe({ email, phone, name, compatible, confidence }: Comparison): boolean {
  if (!compatible || confidence < LINK_FROM) return false;
  if (email === 'same') return true;
  // A father and his son share the phone at home: there the suffix must agree.
  return phone === 'same' && name.suffix === 'same';
}

/** The one candidate that it is safe to link to; null when none is, or when two have a claim. */
function chooseSafe(person: Person, compared: Compared[]): Compared | null {
  const safe = compared.filter(isSafe);
  const [best, ...others] = safe.sort((a, b) => compareClaims(claimOf(b), claimOf(a)));
  if (!best || others.some((other) => compareClaims(claimOf(other), claimOf(best)) === 0))
    return null;
  const nameless = !person.name;
  const torn = others.some(({ email, phone }) => !covers(best, { email, phone }));
  return nameless && torn ? null : best;
}

/** Without a name, a customer with the e-mail and another with the phone leave nothing to choose by. */
function covers(best: Compared, { email, phone }: Pick<Compared, 'email' | 'phone'>): boolean {
  return (email !== 'same' || best.email === 'same') && (phone !== 'same' || best.phone === 'same');
}

type Claim = [contacts: number, name: number, email: number];

/** What a candidate has to show, in the order that counts. */
function claimOf({ email, phone, name }: Compared): Claim {
  const byEmail = email === 'same' ? 1 : 0;
  const byPhone = phone === 'same' ? 1 : 0;
  const first = { equal: 3, nickname: 3, initial: 2, missing: 1, similar: 0, different: 0 }[
    name.first
  ];
  const last = name.last === 'equal' || name.last === 'similar' ? 1 : 0;
  return [byEmail + byPhone, first + last, byEmail];
}

function compareClaims(a: Claim, b: Claim): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

function newBecause(suggestions: number): string {
  return suggestions > 0
    ? 'Nobody known for certain to be the same person'
    : 'Nobody known has this e-mail, phone, name or address';
}
