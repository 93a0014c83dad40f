import { AppError, toProblem } from '../../errors.ts';
import { EventLog } from '../events/event-log.ts';
import type { MessageView, VisitorMessage } from '../events/events.ts';
import { messageView } from '../store/loaded.ts';
import type { ConversationDeps } from './conversation-deps.ts';
import { type ConversationState, stateOf } from './conversation-state.ts';

const STATE_FRESH_MS = 60_000; // how long a changed price list or origin may go unnoticed

/** What a room knows: loaded when it is first asked for, its settings renewed when they are old. */
export class WakingState {
  private readonly deps: ConversationDeps;
  private loading: Promise<ConversationState> | null = null;
  /** What is known at the moment; null before it has been loaded. */
  now: ConversationState | null = null;

  constructor(deps: ConversationDeps) {
    this.deps = deps;
  }

  /** `first` is the message that the room wakes up for: the connection is readied for it. */
  get(first: VisitorMessage | null = null): Promise<ConversationState> {
    const stale = this.deps.now().getTime() - STATE_FRESH_MS;
    this.loading ??= wakeUp(this.deps, first).catch((error) => {
      this.loading = null;
      throw error;
    });
    return this.loading.then((state) => {
      this.now = state;
      return state.loadedAt > stale ? state : this.refresh(state);
    });
  }

  /** Settings may have changed since; what the room itself knows of the session has not. */
  private async refresh(state: ConversationState): Promise<ConversationState> {
    const row = await this.deps.store.load(null);
    if (row) state.renew(row, this.deps.now());
    return state;
  }
}

/** A visitor's message as it is stored and told. */
export function visitorView(deps: ConversationDeps, { id, text }: VisitorMessage): MessageView {
  return { id, role: 'visitor', text, quote_ids: [], created_at: deps.now().toISOString() };
}

async function wakeUp(
  deps: ConversationDeps,
  first: VisitorMessage | null,
): Promise<ConversationState> {
  const row = await deps.store.load(
    first && {
      row: { view: visitorView(deps, first), seq: 1, eventId: 1 },
      retry: null,
      limits: deps.limits,
      network: '',
      reserve: deps.reserveFirst(first, null),
    },
  );
  if (!row) throw new AppError('not_found');
  const cutOff = row.messages.filter(({ role, status }) => role === 'visitor' && status === 'open');
  const log = new EventLog(row.session.last_event_id);
  log.skipTurns(cutOff.length);
  const state = stateOf(row, log, deps.now());
  state.cutOff = cutOff.map(({ id }) => id);
  for (const message of cutOff) await reportInterrupted(deps, state, messageView(message).id);
  return state;
}

/** A turn that its room did not live to end: says so, and closes what it cost as estimated. */
async function reportInterrupted(
  deps: ConversationDeps,
  state: ConversationState,
  messageId: string,
): Promise<void> {
  const problem = toProblem(new AppError('turn_interrupted'), deps.requestId);
  await state.log.commit(async (eventId) => {
    const events = [[eventId, 'error' as const, problem]] as [number, 'error', typeof problem][];
    await deps.store.interrupt(messageId, events, eventId, deps.closeAbandoned);
    const data = { problem, message_id: messageId };
    return { events: [{ event: 'error', data, turn: messageId }], result: undefined };
  });
  state.interrupted.add(messageId);
}
