import type { ServiceInputView, ServiceView } from '../../calculator/views.ts';
import { phraseWords } from './match-phrases.ts';
import { findOption } from './match-services.ts';
import { readNumber } from './numbers.ts';

/** The options of a service's choices, and the counts of its things, that a text names. */
export function heardChoices(text: string, service: ServiceView): Record<string, string> {
  const found: Record<string, string> = {};
  for (const input of service.inputs) {
    const value = input.kind === 'choice' ? findOption(text, input) : heardCount(text, input);
    if (value !== null) found[input.id] = value;
  }
  return found;
}

/** "2 walk gates", "one gate", "a gate", "no gates": a number before what is counted. */
function heardCount(text: string, input: ServiceInputView): string | null {
  if (input.kind !== 'count') return null;
  const [thing = ''] = phraseWords(input.label).slice(-1);
  if (thing.length < 3) return null;
  const named = new RegExp(
    String.raw`(?<![\p{L}\p{N}.,$-])(\d{1,3}|\p{L}{1,12})\s+(?:\p{L}{3,12}\s+)?${thing.replace(/[^\p{L}]/gu, '')}(?:e?s)?(?!\p{L})`,
    'u',
  );
  const said = named.exec(text)?.[1];
  if (said === undefined) return null;
  if (/^(?:no|zero|without|sin|ninguna?)$/.test(said)) return within('0', input);
  if (/^(?:a|an|one|single|un|una)$/.test(said)) return within('1', input);
  const number = readNumber(said, 0, 'en');
  return number && number.end === said.length ? within(number.value.toFixed(0), input) : null;
}

const within = (value: string, { min, max }: ServiceInputView): string | null =>
  Number(value) >= Number(min ?? 0) && Number(value) <= Number(max ?? value) ? value : null;
