import type { ServiceView } from '../../calculator/views.ts';
import { heardCount } from './heard-counts.ts';
import { findOption } from './match-services.ts';

/** The options of a service's choices, and the counts of its things, that a text names. */
export function heardChoices(
  text: string,
  service: ServiceView,
  asked?: string,
  known: Record<string, string> = {},
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const input of service.inputs) {
    const value =
      input.kind === 'choice'
        ? findOption(text, input, input.id === asked)
        : heardCount(text, input, known[input.id]);
    if (value !== null) found[input.id] = value;
  }
  return found;
}
