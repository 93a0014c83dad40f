import type { QuoteView } from '../calculator/views.ts';
import type { AssistantTools, QuoteOutcome } from './assistant.ts';

/**
 * The tools as one turn uses them: the same question asked twice in a turn, by the model or by who takes
 * over from it, has one effect. `onQuote` hears of each quote before whoever asked for it.
 */
export function turnToolsOnce(
  tools: AssistantTools,
  onQuote: (quote: QuoteView) => void,
): AssistantTools {
  const quotes = new Map<string, Promise<QuoteOutcome>>();
  let human: Promise<void> | null = null;
  return {
    getQuote(call) {
      const key = JSON.stringify([call.service, Object.entries(call.inputs).sort()]);
      const known = quotes.get(key);
      if (known) return known;
      const asked = tools.getQuote(call).then((outcome) => {
        if (outcome.ok) onQuote(outcome.quote);
        return outcome;
      });
      quotes.set(key, asked);
      return asked;
    },
    saveCustomerDetails: (details) => tools.saveCustomerDetails(details),
    requestHuman(reason) {
      human ??= tools.requestHuman(reason);
      return human;
    },
  };
}
