import type { SQLWrapper } from 'drizzle-orm';
import type { DetailSource } from '../../../db/schema/customers.ts';
import type { TurnLedger } from '../../ai-usage/turn-ledger.ts';
import type { DetailField, TurnInput } from '../../assistant/assistant.ts';
import { toProblem } from '../../errors.ts';
import { logError } from '../../platform/log-error.ts';
import type { AnswerReport, ConversationDeps } from '../conversation/conversation-deps.ts';
import type { ConversationState } from '../conversation/conversation-state.ts';
import type { MessageView } from '../events/events.ts';
import { saveEvents } from '../events/saved-events.ts';
import type { FinishInput } from '../store/conversation-store.types.ts';
import { HeardDetails } from './heard.ts';
import { type PreparedTurn, stillTrue, turnInputOf } from './prepare-turn.ts';
import { readAnswer } from './read-answer.ts';
import { savePersistently } from './save-persistently.ts';
import { type TurnEffects, turnTools } from './turn-tools.ts';

export interface AcceptedTurn {
  message: MessageView;
  /** What the database said of the first model call. */
  reservation: unknown;
  /** What was worked out ahead; null where there was no time to. */
  prepared: PreparedTurn | null;
}

/**
 * One turn, from the stored message to the stored answer. Nobody need be listening. Whatever goes
 * wrong is told as an `error` event; it never throws.
 */
export async function runTurn(
  deps: ConversationDeps,
  state: ConversationState,
  turn: AcceptedTurn,
): Promise<void> {
  const { message } = turn;
  const prepared = stillTrue(turn.prepared, state);
  state.visitorMessages.set(message.id, message.text);
  const before = state.log.lastId;
  const answerId = deps.newId();
  const effects: TurnEffects = {
    quoteIds: [],
    heard: new HeardDetails(state.facts.country),
    humanAsked: false,
  };
  state.log.append({
    event: 'turn.started',
    data: { message_id: answerId, reply_to: message.id },
    turn: message.id,
  });
  let ledger: TurnLedger | null = null;
  try {
    const { customerId } = state;
    ledger = deps.openLedger({ reservation: turn.reservation, messageId: message.id, customerId });
    understand(state, message, effects, prepared?.sources ?? deps.capture(state, message));
    const input = prepared?.input ?? turnInputOf(state, message.text);
    const answered = await speak(deps, state, { message, input, ledger }, answerId, effects);
    askForDetails(state, message, effects);
    const settle = ledger.settlements();
    await finish(deps, state, message, effects, { ...answered, settle, before });
  } catch (error) {
    logError(deps.requestId, error);
    await fail(deps, state, message, error, ledger?.settlements() ?? []);
  }
  deps.tellFeed();
}

interface Answered extends AnswerReport {
  view: MessageView;
}

interface Told extends Answered {
  /** Expressions that close the model calls of this turn. */
  settle: SQLWrapper[];
  /** The turn's events come after this id. */
  before: number;
}

function understand(
  state: ConversationState,
  message: MessageView,
  { heard }: TurnEffects,
  sources: DetailSource[],
): void {
  const fields = heard.add(sources);
  if (fields.length === 0) return;
  state.remember({ details: heard.get()?.details ?? {} });
  state.log.append({ event: 'details', data: { fields }, turn: message.id });
}

async function speak(
  deps: ConversationDeps,
  state: ConversationState,
  { message, input, ledger }: { message: MessageView; input: TurnInput; ledger: TurnLedger },
  answerId: string,
  effects: TurnEffects,
): Promise<Answered> {
  input.intake = state.intake; // with what was just understood
  const view: MessageView = {
    id: answerId,
    role: 'assistant',
    text: '',
    quote_ids: effects.quoteIds,
    created_at: '',
  };
  const tools = turnTools(deps, state, message.id, effects);
  const warmUp = (calls: number, settle: () => SQLWrapper[]) => {
    const sample = () => finishSample(state, message, view, settle());
    deps.store.warmUpFinish(calls, sample).catch(() => {}); // only a saved round trip is lost
  };
  const stop = new AbortController();
  const answer = deps.answer(input, tools, { ledger, signal: stop.signal, warmUp });
  const report = await readAnswer(answer, state.locale, stop, (delta) => {
    view.text += delta;
    const data = { message_id: answerId, delta };
    state.log.append({ event: 'text', data, turn: message.id });
  });
  view.created_at = deps.now().toISOString();
  return { ...report, view };
}

/** After value was given: once a session, when a quote was made and nobody can be called back. */
function askForDetails(state: ConversationState, message: MessageView, effects: TurnEffects): void {
  const { phone, email } = state.contact;
  if (state.detailsRequested || effects.quoteIds.length === 0 || phone || email) return;
  const wanted: DetailField[] = ['name', 'phone', 'email'];
  const fields = wanted.filter((field) => !state.contact[field]);
  state.detailsRequested = true;
  state.log.append({ event: 'details.requested', data: { fields }, turn: message.id });
}

async function finish(
  deps: ConversationDeps,
  state: ConversationState,
  message: MessageView,
  effects: TurnEffects,
  answered: Told,
): Promise<void> {
  const { view, before } = answered;
  state.remember({ intake: answered.intake });
  const seq = state.nextSeq++;
  await state.log.commit(async (eventId) => {
    const told = saveEvents(state.log.ofTurn(message.id, before));
    const input: FinishInput = {
      replyTo: message.id,
      message: {
        view,
        seq,
        eventId: told[0]?.[0] ?? null,
        assistant: answered.assistant,
        replyTo: message.id,
        events: [...told, [eventId, 'turn.completed', null]],
      },
      session: {
        intake: state.intake,
        lastEventId: eventId,
      },
      humanAskedAt: effects.humanAsked ? deps.now() : null,
      heard: effects.heard.get(),
      settle: answered.settle,
      withheld: answered.withheld,
    };
    const landed = await savePersistently(() => deps.store.finish(input));
    if (landed) state.customerId = landed.customerId;
    if (effects.humanAsked) state.status = 'human';
    return {
      events: [{ event: 'turn.completed', data: { message: view }, turn: message.id }],
      result: null,
    };
  });
  state.history.push(
    { role: 'visitor', text: message.text },
    { role: 'assistant', text: view.text },
  );
}

/** A turn's end with the values of an answer yet to come: only the statement's shape matters. */
function finishSample(
  state: ConversationState,
  message: MessageView,
  view: MessageView,
  settle: SQLWrapper[],
): FinishInput {
  return {
    replyTo: message.id,
    message: {
      view: { ...view, created_at: message.created_at },
      seq: state.nextSeq,
      eventId: 1,
      assistant: 'model',
      replyTo: message.id,
      events: [],
    },
    session: { intake: {}, lastEventId: 1 },
    humanAskedAt: null,
    heard: null,
    settle,
    withheld: [],
  };
}

async function fail(
  deps: ConversationDeps,
  state: ConversationState,
  message: MessageView,
  error: unknown,
  settle: SQLWrapper[],
): Promise<void> {
  // What the calls cost is known; only a call that is still open is closed as estimated.
  await deps.store.settle(settle).catch((failure) => logError(deps.requestId, failure));
  const problem = toProblem(error, deps.requestId);
  state.interrupted.add(message.id);
  const told = {
    event: 'error',
    data: { problem, message_id: message.id },
    turn: message.id,
  } as const;
  await state.log
    .commit(async (id) => {
      await deps.store.interrupt(message.id, [[id, 'error', problem]], id, deps.closeAbandoned);
      return { events: [told], result: null };
    })
    .catch(() => state.log.append(told));
}
