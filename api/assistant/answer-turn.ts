import type { QuoteView } from '../calculator/views.ts';
import type { Assistant, AssistantTools, TurnInput, Utterance } from './assistant.ts';
import { handoverWords } from './handover-words.ts';
import type { AttemptLedger } from './model/attempt-ledger.ts';
import type { Model, ModelEnd } from './model/model.ts';
import { createPriceGuard, type PriceGuard, type Withheld } from './price-guard/price-guard.ts';
import { extractVisitorNumbers, type VisitorNumbers } from './price-guard/visitor-numbers.ts';
import { TextQueue } from './text-queue.ts';
import { turnToolsOnce } from './turn-tools-once.ts';

export interface AnswerDeps {
  /** Null where none is configured. */
  model: Model | null;
  ledger: AttemptLedger;
  guided: Assistant;
}

export interface TurnAnswer {
  /**
   * What the guided assistant remembers; null after a model's answer, which it knows nothing of: should it
   * take over later, it reads the history anew.
   */
  intake: unknown;
  /** Who answered, in the end. */
  assistant: 'model' | 'guided';
  /** Model calls that were dispatched. */
  attempts: number;
  /** Why the guided assistant answered although there is a model; null otherwise. */
  handover: Exclude<ModelEnd['ended'], 'answered'> | null;
  /** Wordings that were held back, as they were written. */
  withheld: Withheld[];
}

/**
 * Answers a turn: by the model where there is one and it can, else by the guided assistant, which also
 * takes over in the middle. Every word passes the price guard. A turn whose `signal` is aborted ends
 * without an exception and may be cut short: the caller checks its signal.
 */
export async function* answerTurn(
  turn: TurnInput,
  tools: AssistantTools,
  deps: AnswerDeps,
  signal?: AbortSignal,
): AsyncGenerator<string, TurnAnswer> {
  const left = new AbortController();
  const queue = new TextQueue();
  const either = signal ? AbortSignal.any([signal, left.signal]) : left.signal;
  const answered = speak(turn, tools, either, deps, (text) => queue.push(text)).finally(() =>
    queue.end(),
  );
  try {
    for (let text = await queue.next(); text !== null; text = await queue.next()) yield text;
    return await answered;
  } finally {
    left.abort(); // who stops reading stops the model; its call is closed before this ends
    await answered.catch(() => {});
  }
}

async function speak(
  turn: TurnInput,
  tools: AssistantTools,
  signal: AbortSignal,
  deps: AnswerDeps,
  send: (text: string) => void,
): Promise<TurnAnswer> {
  const { model, ledger, guided } = deps;
  const guard = guards.get(turn) ?? priceGuardFor(turn);
  const { withheld } = guard;
  const made: QuoteView[] = [];
  const once = turnToolsOnce(tools, (quote) => {
    guard.allow(quote);
    made.push(quote);
  });
  let said = '';
  const say = (text: string) => {
    said += text;
    if (text) send(text);
  };
  const end =
    model && (await model.answer(turn, once, ledger, signal, (text) => say(guard.push(text))));
  say(guard.flush());
  const attempts = end?.attempts ?? 0;
  if (end?.ended === 'answered' || end?.ended === 'aborted') {
    const handover = end.ended === 'aborted' ? end.ended : null;
    return { intake: null, assistant: 'model', attempts, handover, withheld };
  }
  if (said) say(handoverWords(said, turn.facts.locale));
  const rest = { ...turn, quotes: [...turn.quotes, ...made] };
  const { intake } = await readOut(guided.answer(rest, once, signal), (text) =>
    say(guard.push(text)),
  );
  say(guard.flush());
  return { intake, assistant: 'guided', attempts, handover: end?.ended ?? null, withheld };
}

async function readOut<T>(
  answer: AsyncGenerator<string, T>,
  say: (text: string) => void,
): Promise<T> {
  for (;;) {
    const step = await answer.next();
    if (step.done) return step.value;
    say(step.value);
  }
}

// Extracted once for each utterance: every later turn asks for the same again.
const numbersByUtterance = new WeakMap<Utterance, VisitorNumbers>();

function numbersOf(utterance: Utterance): VisitorNumbers {
  let numbers = numbersByUtterance.get(utterance);
  if (!numbers) {
    numbers = extractVisitorNumbers(utterance.text);
    numbersByUtterance.set(utterance, numbers);
  }
  return numbers;
}

/** Works out what the answer to a turn will need, for when there is time before it may begin. */
export function prepareAnswer(model: Model | null, turn: TurnInput): void {
  model?.prepare(turn);
  guards.set(turn, priceGuardFor(turn));
}

const guards = new WeakMap<TurnInput, PriceGuard>();

function priceGuardFor(turn: TurnInput): PriceGuard {
  const { history, text, quotes, facts } = turn;
  const earlier = history.filter(({ role }) => role === 'visitor').map(numbersOf);
  return createPriceGuard({ facts, quotes, visitor: [...earlier, extractVisitorNumbers(text)] });
}
