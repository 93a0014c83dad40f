import type { ServiceInputView, ServiceView } from '../../calculator/views.ts';
import { phraseWords } from './match-phrases.ts';
import { findOption } from './match-services.ts';
import { readNumber } from './sizes/numbers.ts';

/** The options of a service's choices, and the counts of its things, that a text names. */
export function heardChoices(
  text: string,
  service: ServiceView,
  asked?: string,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const input of service.inputs) {
    const value =
      input.kind === 'choice'
        ? findOption(text, input, input.id === asked)
        : heardCount(text, input);
    if (value !== null) found[input.id] = value;
  }
  return found;
}

const COUNT = String.raw`\d{1,3}|an?|one|single|two|three|four|five|six|seven|eight|nine|ten|un[ao]?|dos|tres|cuatro|cinco|no|zero|without|sin|ningun[ao]?`;

/** Things of a site in English as Spanish-speaking visitors call them. */
const IN_SPANISH: Record<string, string> = { gate: '(?:gate|puerta|port[oó]n)' };

/** "2 walk gates", "a gate", "no gates": a number before what is counted; "2 gates and a wide gate" is 3. */
function heardCount(text: string, input: ServiceInputView): string | null {
  if (input.kind !== 'count') return null;
  const [thing = ''] = phraseWords(input.label).slice(-1);
  if (thing.length < 3) return null;
  const name = IN_SPANISH[thing] ?? thing.replace(/[^\p{L}]/gu, '');
  const named = new RegExp(
    String.raw`(?<![\p{L}\p{N}.,$-])(${COUNT})\s+(?:(?!and|plus|to)\p{L}{3,12}\s+)?${name}(?:e?s)?(?!\p{L})`,
    'gu',
  );
  const told = new RegExp(
    String.raw`(?<!\p{L})${name}(?:e?s)?\s*[:=]?\s+(\d{1,2})(?![\d.'"]|\s*(?:x|by|ft|feet|foot|in|sq)(?!\p{L}))`,
    'u',
  ).exec(text)?.[1];
  let sum: number | null = null;
  let end = 0;
  for (const match of text.matchAll(named)) {
    const isMore = /^[\s,]*(?:and|plus|y|&|\+|with)?[\s,]*$/.test(text.slice(end, match.index));
    sum = countSaid(match[1] ?? '') + (isMore ? (sum ?? 0) : 0);
    end = match.index + match[0].length;
  }
  const count = sum === null ? told : String(sum);
  return count === undefined ? null : within(count, input);
}

function countSaid(said: string): number {
  if (/^(?:no|zero|without|sin|ningun[ao]?)$/.test(said)) return 0;
  if (/^(?:an?|one|single|un[ao]?)$/.test(said)) return 1;
  return Number(readNumber(said, 0, 'en')?.value.toFixed(0) ?? 0);
}

const within = (value: string, { min, max }: ServiceInputView): string | null =>
  Number(value) >= Number(min ?? 0) && Number(value) <= Number(max ?? value) ? value : null;
