import type { Assistant, AssistantTools, CustomerDetails, TurnInput } from '../assistant.ts';
import { decide } from './decide.ts';
import { foldTurn } from './fold-turn.ts';
import type { Asked, Intake } from './intake.ts';
import { factsIn, languageOf } from './language.ts';
import type { Decision, Move } from './move.types.ts';
import { askKey, findService, isReachable, nextQuestion } from './next-question.ts';
import { recall } from './recall.ts';
import { speak, speakQuestion } from './speech/speak.ts';
import { speakCounts, speakOldQuote, speakQuote, speakValidity } from './speech/speak-quotes.ts';
import { inSentence, size, wordsFor } from './speech/words.ts';
import { understand } from './understand.ts';

/**
 * The assistant without a model: deterministic, no clock, no network. Prices by the tools alone,
 * asks one thing at a time, offers a person after two misses.
 */
export const guidedAssistant: Assistant = {
  async *answer(given, tools, signal) {
    const known = recall(given);
    const locale = languageOf(given.text) ?? known.locale;
    const turn = { ...given, facts: factsIn(locale ?? given.facts.locale, given.facts) };
    const before = locale ? { ...known, locale } : known;
    const heard = understand(turn.text, {
      facts: turn.facts,
      intake: before,
      quotes: turn.quotes,
    });
    const decision = decide(foldTurn(before, heard), heard, turn.facts);
    const state: TurnState = { turn, tools, intake: decision.intake, ask: decision.ask, said: 0 };
    for (const move of decision.moves) {
      if (signal.aborted) return { intake: state.intake };
      for (const text of await carryOut(move, state)) {
        if (signal.aborted) return { intake: state.intake };
        yield spaced(text, move, state);
      }
    }
    for (const text of closing(state, decision)) {
      if (signal.aborted) break;
      yield spaced(text, null, state);
    }
    return { intake: { ...state.intake, greeted: true } };
  },
};

interface TurnState {
  turn: TurnInput;
  tools: AssistantTools;
  intake: Intake;
  ask: Asked | undefined;
  said: number;
  lastQuoted?: boolean;
  /** A part of the job was priced in this turn. */
  besides?: boolean;
}

/** A quote stands in a paragraph of its own; everything else runs on. */
function spaced(text: string, move: Move | null, state: TurnState): string {
  const isQuote = move?.move === 'quote';
  const gap = state.said === 0 ? '' : isQuote || state.lastQuoted ? '\n\n' : ' ';
  state.said += 1;
  state.lastQuoted = isQuote;
  return gap + text;
}

const TELL = {
  recall_price: speakOldQuote,
  recall_counts: speakCounts,
  recall_validity: speakValidity,
};

async function carryOut(move: Move, state: TurnState): Promise<string[]> {
  const { facts } = state.turn;
  switch (move.move) {
    case 'save':
      return save(move.details, state);
    case 'quote':
      return quote(move, state);
    case 'recall_price':
    case 'recall_counts':
    case 'recall_validity': {
      const quoted = state.turn.quotes.findLast(({ id, service }) =>
        move.quote ? id === move.quote : service === move.service,
      );
      return quoted ? [TELL[move.move](quoted, facts)] : [];
    }
    case 'human':
      await state.tools.requestHuman(move.reason);
      state.intake = { ...state.intake, human: true };
      return [wordsFor(facts).human(facts.companyName)];
    default: {
      const text = speak(move, facts);
      return text ? [text] : [];
    }
  }
}

async function save(details: CustomerDetails, state: TurnState): Promise<string[]> {
  const words = wordsFor(state.turn.facts);
  const { saved, problem } = await state.tools.saveCustomerDetails(details);
  // a refused value is remembered as tried: it is not sent again on every turn
  state.intake = { ...state.intake, saved: { ...state.intake.saved, ...details } };
  if (saved.length === 0 && problem) {
    for (const field of Object.keys(details)) state.intake = without(state.intake, field);
    return [words.saveFailed];
  }
  const first = details.name?.replace(/^(\p{Lu}\p{Ll}+)\s.*$/u, '$1');
  return [first ? words.savedName(first) : words.saved];
}

function without(intake: Intake, field: string): Intake {
  const details = Object.fromEntries(
    Object.entries(intake.details).filter(([key]) => key !== field),
  );
  return { ...intake, details };
}

async function quote(move: Extract<Move, { move: 'quote' }>, state: TurnState): Promise<string[]> {
  const { facts } = state.turn;
  const { service: id, inputs } = move;
  const outcome = await state.tools.getQuote({ service: id, inputs });
  const job = state.intake.jobs.find((one) => one.service === id);
  const again = job?.quote_id != null && !move.beside && !state.besides;
  state.besides ||= move.beside !== undefined;
  const beside = job?.beside ?? [];
  const settled = outcome.ok
    ? {
        priced: inputs,
        quote_id: outcome.quote.id,
        refused: false,
        beside: move.beside === 'too' ? [...beside, outcome.quote.id].slice(-20) : beside,
      }
    : { priced: inputs, refused: true };
  const jobs = state.intake.jobs.map((one) => (one.service === id ? { ...one, ...settled } : one));
  state.intake = { ...state.intake, jobs };
  if (outcome.ok) return [speakQuote(outcome.quote, again, move.ranges, facts)];
  const service = findService(facts, id);
  const missing = service?.inputs.find((input) => outcome.missing.includes(input.id));
  state.ask ??= missing ? { what: 'input', service: id, input: missing.id } : { what: 'human' };
  return missing ? [] : [wordsFor(facts).quoteRefused(inSentence(service?.name ?? id))];
}

/** The sentence that rounds the talk off, and the one question. */
function closing(state: TurnState, { moves }: Decision): string[] {
  const { facts } = state.turn;
  const has = (kind: Move['move']) => moves.some(({ move }) => move === kind);
  const isStuck = state.intake.misses > 2;
  const keeps = has('bad_phone') || isStuck;
  const asked =
    state.ask ?? (keeps || has('bye') || isStuck ? null : nextQuestion(state.intake, facts));
  const texts: string[] = [];
  if (isComplete(state.intake)) {
    texts.push(wordsFor(facts).complete(facts.companyName));
    state.intake = { ...state.intake, thanked: true };
  }
  if (asked) texts.push(isTold(asked, moves) ? ASK_WHICH(facts) : wording(asked, state));
  else if (state.said === 0 && texts.length === 0) texts.push(wordsFor(facts).noted);
  // a question that waited for a new price, or was not understood, was not passed over
  const waited =
    (has('quote') || has('welcome') || has('missed')) &&
    asked !== null &&
    (state.intake.asks[askKey(asked)] ?? 0) > 0;
  const asks = asked && !waited ? counted(state.intake, asked) : state.intake.asks;
  state.intake = { ...state.intake, asked: asked ?? (keeps ? state.intake.asked : null), asks };
  return texts.filter((text) => text !== '');
}

/** The options were just listed. */
const isTold = (asked: Asked, moves: Move[]): boolean =>
  asked.what === 'input' &&
  moves.some(
    (move) =>
      move.move === 'issue' && move.issue.kind === 'option' && move.issue.input === asked.input,
  );

const ASK_WHICH = (facts: TurnInput['facts']): string => wordsFor(facts).question.choice;

function wording(asked: Asked, state: TurnState): string {
  const { facts } = state.turn;
  if (asked.what !== 'input' || asked.suggest === undefined) {
    return speakQuestion(asked, state.intake, facts);
  }
  const unit =
    findService(facts, asked.service)?.inputs.find((one) => one.id === asked.input)?.unit ?? null;
  return wordsFor(facts).askAllRound(size(asked.suggest, unit, facts));
}

const isComplete = (intake: Intake): boolean =>
  !intake.thanked &&
  !intake.human &&
  intake.details.name !== undefined &&
  isReachable(intake) &&
  intake.jobs.some((job) => job.quote_id !== null);

const counted = (intake: Intake, asked: Asked): Intake['asks'] => ({
  ...intake.asks,
  [askKey(asked)]: (intake.asks[askKey(asked)] ?? 0) + 1,
});
