import type { QuoteView } from '../calculator/views.ts';
import type { Assistant, AssistantTools, SiteFacts, TurnInput } from './assistant.ts';
import { handoverWords } from './handover-words.ts';
import type { AttemptLedger } from './model/attempt-ledger.ts';
import type { Model, ModelEnd } from './model/model.ts';
import { passThrough } from './pass-through.ts';
import { createPriceGuard, type PriceGuard, type Withheld } from './price-guard/price-guard.ts';
import { turnToolsOnce } from './turn-tools-once.ts';

export interface AnswerDeps {
  /** Null where none is configured. */
  model: Model | null;
  ledger: AttemptLedger;
  guided: Assistant;
  /** What the guided assistant learns from a turn that the model answered. */
  noteTurn(intake: unknown, text: string, facts: SiteFacts): unknown;
}

export interface TurnAnswer {
  intake: unknown;
  /** Who answered, in the end. */
  assistant: 'model' | 'guided';
  /** Model calls that were dispatched. */
  attempts: number;
  /** Why the guided assistant answered although there is a model; null otherwise. */
  handover: Exclude<ModelEnd['ended'], 'answered'> | null;
  /** Amounts of money that were held back, as they were written. */
  withheld: Withheld[];
}

/**
 * Answers a turn: by the model where there is one and it can, else by the guided assistant, which also
 * takes over in the middle. Every word passes the price guard. An aborted turn ends without an exception
 * and may be cut short: the caller checks its signal.
 */
export async function* answerTurn(
  turn: TurnInput,
  tools: AssistantTools,
  signal: AbortSignal,
  deps: AnswerDeps,
): AsyncGenerator<string, TurnAnswer> {
  const made: QuoteView[] = [];
  const guard = priceGuardFor(turn);
  const once = turnToolsOnce(tools, (quote) => {
    guard.allow(quote);
    made.push(quote);
  });
  const byModel = yield* speak(deps, turn, once, signal, guard);
  const { attempts, handover } = byModel;
  if (handover === null || handover === 'aborted') {
    const intake = deps.noteTurn(turn.intake, turn.text, turn.facts);
    return { intake, assistant: 'model', attempts, handover, withheld: guard.withheld };
  }
  if (byModel.said) yield handoverWords(byModel.said, turn.facts.locale);
  const rest = { ...turn, quotes: [...turn.quotes, ...made] };
  const intake = yield* guarded(deps.guided.answer(rest, once, signal), guard);
  return {
    ...intake,
    assistant: 'guided',
    attempts,
    handover: deps.model ? handover : null,
    withheld: guard.withheld,
  };
}

interface Spoken {
  said: string;
  attempts: number;
  handover: TurnAnswer['handover'];
}

async function* speak(
  deps: AnswerDeps,
  turn: TurnInput,
  tools: AssistantTools,
  signal: AbortSignal,
  guard: PriceGuard,
): AsyncGenerator<string, Spoken> {
  if (!deps.model) return { said: '', attempts: 0, handover: 'failed' };
  let said = '';
  const answer = guarded(deps.model.answer(turn, tools, deps.ledger, signal), guard);
  const { ended, attempts } = yield* passThrough(
    answer,
    (piece) => {
      said += piece;
      return piece;
    },
    () => '',
  );
  return { said, attempts, handover: ended === 'answered' ? null : ended };
}

/** Passes an answer through the guard, and what the guard still holds at its end. */
const guarded = <T>(answer: AsyncGenerator<string, T>, guard: PriceGuard) =>
  passThrough(
    answer,
    (piece) => guard.push(piece),
    () => guard.flush(),
  );

function priceGuardFor(turn: TurnInput): PriceGuard {
  const { history, text, quotes, facts } = turn;
  const heard = history.filter(({ role }) => role === 'visitor').map((said) => said.text);
  return createPriceGuard({
    quotes,
    visitorTexts: [...heard, text],
    currency: facts.currency,
    locale: facts.locale,
  });
}
