import { isTypoOf } from './edit-distance.ts';
import { isInitial, type NameParts } from './name-parts.ts';
import { areNicknames, givenNamesOf } from './nickname-of.ts';

export type FirstMatch = 'equal' | 'nickname' | 'initial' | 'missing' | 'similar' | 'different';
export type LastMatch = 'equal' | 'similar' | 'missing' | 'different';

/** How two names stand to each other. The order of the two never matters. */
export interface NameMatch {
  first: FirstMatch;
  last: LastMatch;
  /** Two generations: "Jr" against "Sr", or only one of them says so. */
  suffix: 'same' | 'one-sided' | 'contradictory';
  swapped: boolean;
}

const NOTHING: NameMatch = { first: 'missing', last: 'missing', suffix: 'same', swapped: false };
const BEST_FIRST: FirstMatch[] = ['equal', 'nickname', 'initial', 'similar', 'different'];

/** Compares two names, either of which may be missing. */
export function compareNames(a: NameParts | null, b: NameParts | null): NameMatch {
  if (!a || !b) return NOTHING;
  if (a.business || b.business) return compareBusinesses(a, b);
  const suffix = compareSuffixes(a, b);
  if (a.title && b.title && a.title !== b.title) {
    return { first: 'different', last: compareLast(a, b), suffix, swapped: false };
  }
  if (a.single || b.single) return { ...compareSingle(a, b), suffix, swapped: false };
  const straight = { first: compareFirst(a.given, b.given), last: compareLast(a, b), suffix };
  if (straight.first === 'different') {
    const swapped = compareSwapped(a, b);
    if (swapped) return { ...swapped, suffix, swapped: true };
  }
  return { ...straight, swapped: false };
}

const LEGAL_FORM = /\b(?:llc|inc|corp|corporation|co|company|ltd|limited|gmbh|plc|lp|llp|pllc)\b/g;

/** "Acme Paving LLC" → "acme paving", as which somebody may type it alone. */
function businessName({ business, given, rest }: NameParts): string {
  const name = business || [given[0], ...rest].join(' ');
  return name.replace(LEGAL_FORM, '').replace(/\s+/g, ' ').trim();
}

function compareBusinesses(a: NameParts, b: NameParts): NameMatch {
  const [one, other] = [businessName(a), businessName(b)];
  const same = one === other;
  const close = a.business !== '' && b.business !== '' && isTypoOf(one, other);
  const first = same ? 'equal' : close ? 'similar' : 'different';
  return { ...NOTHING, first, last: same ? 'equal' : close ? 'similar' : 'different' };
}

/** Two sets of first names agree as well as their best pair. */
export function compareFirst(a: string[], b: string[]): FirstMatch {
  if (a.length === 0 || b.length === 0) return 'missing';
  const pairs = a.flatMap((x) => b.map((y) => compareFirstWords(x, y)));
  return BEST_FIRST.find((match) => pairs.includes(match)) ?? 'different';
}

function compareFirstWords(a: string, b: string): FirstMatch {
  if (a === b) return isInitial(a) ? 'initial' : 'equal';
  if (withoutUmlauts(a) === withoutUmlauts(b)) return 'equal';
  if (isInitial(a)) return isInitialOf(a, b) ? 'initial' : 'different';
  if (isInitial(b)) return isInitialOf(b, a) ? 'initial' : 'different';
  if (areNicknames(a, b)) return 'nickname';
  return isTypoOf(a, b) ? 'similar' : 'different';
}

/** "Joerg" is Jörg, who is folded to "jorg"; "Joe" is not Jo. */
const withoutUmlauts = (name: string) => name.replace(/([aou])e(?=[^aeiouy])/g, '$1');

// R. may be Bob, who is Robert.
const isInitialOf = (letter: string, name: string) =>
  [name, ...givenNamesOf(name)].some((form) => form.startsWith(letter));

function compareLast(a: NameParts, b: NameParts): LastMatch {
  if (!a.surname || !b.surname) return 'missing';
  if (a.rest.includes(b.surname) || b.rest.includes(a.surname)) return 'equal';
  if (isInitial(a.surname) || isInitial(b.surname)) {
    return a.surname[0] === b.surname[0] ? 'missing' : 'different';
  }
  const joined = a.rest.join('') === b.rest.join('');
  if (joined) return 'equal';
  return isTypoOf(a.surname, b.surname) ? 'similar' : 'different';
}

/** One word alone: somebody's first name, or their surname. */
function compareSingle(a: NameParts, b: NameParts): Pick<NameMatch, 'first' | 'last'> {
  const first = compareFirst(a.given, b.given);
  if (first === 'equal' || first === 'nickname' || first === 'initial')
    return { first, last: 'missing' };
  const [one, other] = a.single ? [a, b] : [b, a];
  if (one.given.some((word) => other.rest.includes(word)))
    return { first: 'missing', last: 'equal' };
  if (first === 'missing') return { first: 'different', last: 'different' };
  return { first, last: 'missing' };
}

/** "Smith John" against "John Smith"; a slip in one of the words is allowed for. */
function compareSwapped(a: NameParts, b: NameParts): Pick<NameMatch, 'first' | 'last'> | null {
  const [firstA = '', firstB = ''] = [a.given[0], b.given[0]];
  if (isInitial(firstA) || isInitial(firstB) || !a.surname || !b.surname) return null;
  const same = Number(a.surname === firstB) + Number(b.surname === firstA);
  if (same === 2) return { first: 'equal', last: 'equal' };
  const slip = isTypoOf(a.surname, firstB) || isTypoOf(b.surname, firstA);
  return same === 1 && slip ? { first: 'similar', last: 'equal' } : null;
}

function compareSuffixes(a: NameParts, b: NameParts): NameMatch['suffix'] {
  if (a.suffix === b.suffix) return 'same';
  if (!a.suffix || !b.suffix) return 'one-sided';
  return 'contradictory';
}

/** Whether the first names allow that both are one person, as far as names can tell. */
export function isCompatible({ first, last, suffix }: NameMatch): boolean {
  if (suffix === 'contradictory') return false;
  if (first === 'equal') return true;
  if (first !== 'nickname' && first !== 'initial' && first !== 'missing') return false;
  return last !== 'different';
}
