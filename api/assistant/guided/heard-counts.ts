import type { ServiceInputView } from '../../calculator/views.ts';
import { firstMatches, textAfter, textBefore } from '../../platform/nearby-text.ts';
import { phraseWords } from './match-phrases.ts';
import { readNumber } from './sizes/numbers.ts';

const COUNT = String.raw`\d{1,3}|another|an?|one|single|two|three|four|five|six|seven|eight|nine|ten|otr[ao]|un[ao]?|dos|tres|cuatro|cinco|no|zero|without|sin|ningun[ao]?`;
/** Things of a site in English as Spanish-speaking visitors call them. */
const IN_SPANISH: Record<string, string> = { gate: '(?:gate|puerta|port[oó]n)' };
/** What is said besides those that were told before: "add a gate", "one more gate". */
const ADDS =
  /(?<!\p{L})(?:add(?:ing)?|plus|agreg\p{L}+|a[ñn]ad\p{L}+)\s+$|^(?:another|otr[ao])|\s(?:more|extra|additional|m[aá]s)\s/u;
const MORE_AFTER = /^\s+(?:more|extra|m[aá]s)(?!\p{L})/u;
const TAKES_AWAY =
  /(?<!\p{L})(?:remove|minus|lose|drop|take (?:off|out|away)|quit(?:ar?|e)|menos)\s+$|\s(?:less|fewer)\s/u;

const COUNTS_MAX = 30; // of one thing in one message

/** "2 walk gates", "a gate", "no gates"; "2 gates and a wide gate" is 3, "add a gate" one more than `known`. */
export function heardCount(text: string, input: ServiceInputView, known = '0'): string | null {
  if (input.kind !== 'count') return null;
  const patterns = countPatterns(input);
  if (!patterns) return null;
  const told = patterns.told.exec(text)?.[1];
  let sum: number | null = null;
  let end = 0;
  for (const match of firstMatches(text, patterns.named, COUNTS_MAX)) {
    const isMore = /^[\s,]{0,9}(?:and|plus|y|&|\+|with)?[\s,]{0,9}$/.test(
      text.slice(end, match.index),
    );
    const change = changeOf(text, match);
    const before: number = sum ?? (change === 0 ? 0 : Number(known));
    sum = (isMore || change !== 0 ? before : 0) + countSaid(match[1] ?? '') * (change || 1);
    end = match.index + match[0].length;
  }
  const count = sum === null ? told : String(sum);
  return count === undefined ? null : within(count, input);
}

interface CountPatterns {
  /** "2 walk gates" */
  named: RegExp;
  /** "gates: 2" */
  told: RegExp;
}

const patternsOf = new WeakMap<ServiceInputView, CountPatterns | null>();

/** Compiled once for each input; null where its label names nothing that could be counted. */
function countPatterns(input: ServiceInputView): CountPatterns | null {
  let patterns = patternsOf.get(input);
  if (patterns === undefined) {
    const [thing = ''] = phraseWords(input.label).slice(-1);
    const name = IN_SPANISH[thing] ?? thing.replace(/[^\p{L}]/gu, '');
    patterns = thing.length < 3 ? null : patternsFor(name);
    patternsOf.set(input, patterns);
  }
  return patterns;
}

const patternsFor = (name: string): CountPatterns => ({
  named: new RegExp(
    String.raw`(?<![\p{L}\p{N}.,$-])(${COUNT})\s+(?:(?!and|plus|to)\p{L}{3,12}\s+)?${name}(?:e?s)?(?!\p{L})`,
    'gu',
  ),
  told: new RegExp(
    String.raw`(?<!\p{L})${name}(?:e?s)?\s{0,9}[:=]?\s{1,9}(\d{1,2})(?![\d.'"]|\s{0,9}(?:x|by|ft|feet|foot|in|sq)(?!\p{L}))`,
    'u',
  ),
});

/** 1 for things that come on top, -1 for those that go, 0 for a count by itself. */
function changeOf(text: string, match: RegExpMatchArray): -1 | 0 | 1 {
  const start = match.index ?? 0;
  const said = match[0];
  const lead = textBefore(text, start);
  const takes = TAKES_AWAY.exec(lead) ?? TAKES_AWAY.exec(said);
  if (takes) return -1;
  const adds =
    ADDS.test(lead) || ADDS.test(said) || MORE_AFTER.test(textAfter(text, start + said.length));
  return adds ? 1 : 0;
}

function countSaid(said: string): number {
  if (/^(?:no|zero|without|sin|ningun[ao]?)$/.test(said)) return 0;
  if (/^(?:another|an?|one|single|otr[ao]|un[ao]?)$/.test(said)) return 1;
  return Number(readNumber(said, 0, 'en')?.value.toFixed(0) ?? 0);
}

const within = (value: string, { min, max }: ServiceInputView): string | null =>
  Number(value) >= Number(min ?? 0) && Number(value) <= Number(max ?? value) ? value : null;
