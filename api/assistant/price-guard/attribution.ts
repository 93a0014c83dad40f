import { clauseAround, says } from './clause.ts';
import { wordSet } from './fold.ts';
import { ownPart } from './judge-money.ts';
import type { Known } from './known.ts';
import { compareTruly } from './quote-comparison.ts';
import type { Reader } from './reader.ts';
import { clauseBefore, isDenied, isDeniedBehind } from './stance.ts';
import { has, type Token } from './token.ts';
import * as words from './vocabulary/attribution.ts';
import { MEANS } from './vocabulary/meaning.ts';

const owners = wordSet(words.OWNERS);
const limits = wordSet(words.LIMITS);
const others = wordSet(words.OTHERS);
const ourselves = wordSet(words.OURSELVES);
const states = wordSet(words.STATES);
const statesEs = wordSet(words.STATES_ES);
const pays = wordSet(words.PAYS);
const wishes = wordSet(words.WISHES);
const notes = wordSet(words.NOTES);
const accepting = wordSet(words.ACCEPTING);
const stating = wordSet(words.STATING);

const REACH = 9; // words between "you mentioned" and its amount
const SUBJECT_REACH = 5;

/**
 * Whether an amount of the visitor's is said to be theirs ("your budget of $5,000", "the $7,200 you were
 * quoted"), denied, or compared with a quote as it is; and not accepted in the same breath ("your $5,000
 * works").
 */
export function isAttributed(
  reader: Reader,
  start: number,
  end: number,
  values: readonly number[],
  known: Known,
): boolean {
  const clause = ownPart(clauseAround(reader, start, end));
  if (isDenied(reader, start) || isDeniedBehind(clause.right)) return true;
  const before = spoken(clauseBefore(reader, start).reverse()).reverse();
  const behind = spoken(clause.right);
  const compared = compareTruly(before, behind, values, known);
  if (compared === 'unquoted') return isStated(before.slice(0, REACH));
  if (compared !== null) return compared && !before.some((word) => UNABLE.test(word));
  if (behind.slice(0, 5).some((word) => accepting.has(word))) return false;
  if (isOwned(before, clause.right))
    return notes.has(behind[1] ?? '') || !behind.slice(0, 2).some((word) => stating.has(word));
  return (
    isLimit(behind) ||
    notes.has(behind[1] ?? '') ||
    isStated(before.slice(0, REACH)) ||
    isStatedBehind(behind) ||
    isFromElsewhere(clause.right) ||
    (isNoted(reader, start) && !says(clause.right, MEANS.price | MEANS.total))
  );
}

const UNABLE = /^(?:can't|cannot|couldn't|won't|wouldn't|puedo|podemos)$/; // "I can't go below"

/** "you'd" is two words, "can't" is one. */
const spoken = (tokens: readonly Token[]) =>
  tokens.flatMap(({ kind, text }) =>
    kind !== 'word' ? [] : text.endsWith("n't") ? [text] : text.split("'"),
  );

const TAKES = /^(?:accept|take|approve|honor|honour|match|acepto|aceptamos)$/;

/** "your $5,000", "your budget of $5,000", "the neighbor's $6,200", and not "your $5,000 patio". */
function isOwned(before: readonly string[], right: readonly Token[]): boolean {
  const [first = '', second = '', third = ''] = before;
  if (owners.has(first)) return !isNoun(right[0]) && !TAKES.test(second);
  if (first === 's' && (others.has(second) || !ourselves.has(second)) && second.length > 4)
    return !isNoun(right[0]);
  const noun = /^(?:of|is|at|was|de|es|son|being|around|about|to)$/.test(first)
    ? [second, third]
    : [first];
  return noun.some((word) => limits.has(word)) && before.slice(0, 6).some(isOwner);
}

const isOwner = (word: string) => owners.has(word) || /^(?:a|an|the|that|un|el|la|al)$/.test(word);

const isNoun = (next: Token | undefined) =>
  next?.kind === 'word' &&
  !limits.has(next.text) &&
  !has(next, MEANS.function | MEANS.filler | MEANS.range);

/** "is your upper limit", "limit", "in mind". */
const isLimit = (behind: readonly string[]) =>
  behind.slice(0, 5).some((word) => limits.has(word)) ||
  (behind[0] === 'in' && behind[1] === 'mind') ||
  behind[0] === 'available';

/** "you said", "you'd like to pay", "they quoted you", "que mencionó". */
function isStated(before: readonly string[]): boolean {
  for (const [at, word] of before.entries()) {
    if (ourselves.has(word) && !before.slice(at + 1).some((one) => others.has(one))) return false;
    if (pays.has(word)) {
      const outer = before.slice(at + 1);
      const isWished = outer.slice(0, 3).some((one) => wishes.has(one));
      if (isWished && outer.some((one) => others.has(one) || statesEs.has(one))) return true;
      return outer.some((one, i) => TELLS.test(one) && others.has(outer[i + 1] ?? ''));
    }
    if (statesEs.has(word)) return true;
    if (states.has(word)) {
      const subject = before.slice(at + 1, at + 1 + SUBJECT_REACH);
      const who = subject.find((one) => others.has(one) || ourselves.has(one));
      return who !== undefined && others.has(who);
    }
  }
  return false;
}

const TELLS = /^(?:say|said|saying|mention|mentioned|told|wrote|heard|read)$/;

/** "you mentioned", "your neighbor paid", "que le cobraron"; not "you would pay". */
function isStatedBehind(behind: readonly string[]): boolean {
  const near = behind.slice(0, 7);
  const subject = near.findIndex((word) => others.has(word) || owners.has(word));
  if (near.some((word) => statesEs.has(word)) && near[0] !== 'tiene') return true;
  if (subject < 0 || subject > 3) return false;
  return near.slice(subject + 1).some((word) => states.has(word) || word === 'spend');
}

/** "the 1,300 from Home Depot". */
const isFromElsewhere = ([joint, source]: readonly Token[]) =>
  /^(?:from|at|by|de)$/.test(joint?.text ?? '') &&
  source?.kind === 'word' &&
  /^\p{Lu}/u.test(source.raw);

const NOTED_REACH = 5;

/** "Noted, $5,000", "I hear you on 5k". */
function isNoted(reader: Reader, start: number): boolean {
  for (let at = reader.back(start), i = 0; at >= 0 && i < NOTED_REACH; at = reader.back(at), i++) {
    const { text, raw } = reader.at(at);
    if (notes.has(text)) return true;
    if (/^[.!?]$/.test(raw) || pays.has(text)) return false;
  }
  return false;
}
