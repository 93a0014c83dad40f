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
  person: Person;
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
  const compared = compareAll(person, candidates);
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

/** Compares a person with every candidate; the likeliest first, the oldest first among equals. */
function compareAll(person: Person, candidates: Candidate[]): Compared[] {
  return candidates
    .map((candidate) => {
      const other = personOf(candidate);
      return { ...comparePeople(person, other), id: candidate.id, person: other };
    })
    .sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1));
}

/** Customers that may be the same as this one, the likeliest first; nothing is decided. */
export function findLookAlikes(customer: Candidate, candidates: Candidate[]): StoredSuggestion[] {
  const others = candidates.filter(({ id }) => id !== customer.id);
  return suggest(compareAll(personOf(customer), others));
}

/** A candidate with all its keys, normalised. */
function personOf(candidate: Candidate): Person {
  return toPerson(candidate, candidate);
}

/** Look-alikes worth a person's attention, the likeliest first. */
function suggest(compared: Compared[]): StoredSuggestion[] {
  return compared
    .filter(({ confidence }) => confidence >= SUGGEST_FROM)
    .slice(0, SUGGESTIONS_MAX)
    .map(({ id, confidence, evidence }) => ({ customer_id: id, confidence, evidence }));
}

/** Whether this comparison alone would allow a link. */
function isSafe({ email, phone, name, compatible, confidence }: Comparison): boolean {
  if (!compatible || confidence < LINK_FROM) return false;
  if (email === 'same') return true;
  // A father and his son share the phone at home: there the suffix must agree.
  return phone === 'same' && name.suffix === 'same';
}

/** The one candidate that it is safe to link to; null when none is, or when two people have a claim. */
function chooseSafe(lead: Person, compared: Compared[]): Compared | null {
  const safe = compared.filter(isSafe).sort((a, b) => compareClaims(claimOf(b), claimOf(a)));
  const [best, ...others] = safe;
  if (!best) return null;
  const rivals = others.filter(
    (other) =>
      compareClaims(claimOf(other), claimOf(best)) === 0 || (!lead.name && isTorn(best, other)),
  );
  return rivals.every((rival) => areOne(best.person, rival.person)) ? best : null;
}

/** Without a name, one customer's e-mail and another's phone leave nothing to choose by. */
function isTorn(best: Compared, other: Compared): boolean {
  const byEmail = other.email === 'same' && best.email !== 'same';
  return byEmail || (other.phone === 'same' && best.phone !== 'same');
}

/** Two records that are evidently one person's: either will do, and the other stays suggested. */
function areOne(a: Person, b: Person): boolean {
  const compared = comparePeople(a, b);
  const named = compared.name.first === 'equal' || compared.name.first === 'nickname';
  return named && isSafe(compared);
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
