import type { SavedEvent } from '../../db/schema/chat.ts';
import type { DetailField } from '../assistant/assistant.ts';
import { withDetails } from '../assistant/guided/with-details.ts';
import { AppError, toProblem } from '../errors.ts';
import type { ConversationDeps } from './conversation-deps.ts';
import { type ConversationState, stateOf } from './conversation-state.ts';
import { EventLog } from './event-log.ts';
import type { NewEvent, RoomEvent } from './events.ts';
import { HeardDetails } from './heard.ts';
import { messageView } from './loaded.ts';
import { runTurn } from './run-turn.ts';
import { replayEvents, type SavedMessage } from './saved-events.ts';
import { assertSiteAllows, type SiteProof } from './site-proof.ts';
import type { MessageRow } from './turn-writes.ts';

export interface VisitorMessage {
  id: string;
  text: string;
}

interface KnownTurn {
  text: string;
  accepted: Promise<void>;
  /** The turn's events lie after this id; an earlier try at the same message may lie before. */
  after: number;
}

const STATE_FRESH_MS = 60_000; // how long a changed price list or origin may go unnoticed

/**
 * One chat session: takes messages in, has them answered one after the other, and tells every listener
 * what happens. Knows no sockets and no database of its own: see ConversationDeps.
 */
export class Conversation {
  private readonly deps: ConversationDeps;
  private loading: Promise<ConversationState> | null = null;
  private readonly turns = new Map<string, KnownTurn>();
  private answering: Promise<void> = Promise.resolve();

  constructor(deps: ConversationDeps) {
    this.deps = deps;
  }

  /**
   * Takes a visitor's message in. Resolves once it is stored; its answer goes on by itself, whoever
   * listens. The same message again joins the turn that is there. Throws AppErrors, and then nothing
   * was stored.
   */
  async accept(message: VisitorMessage, proof: SiteProof): Promise<void> {
    const state = await this.state(message);
    assertSiteAllows(state.site, proof);
    const knownText = this.turns.get(message.id)?.text ?? state.visitorMessages.get(message.id);
    if (knownText !== undefined && knownText !== message.text) {
      throw new AppError('message_id_taken');
    }
    if (knownText !== undefined && !state.interrupted.has(message.id)) {
      return this.turns.get(message.id)?.accepted;
    }
    const after = state.log.lastId;
    const accepted = this.store(state, message);
    this.turns.set(message.id, { text: message.text, accepted, after });
    accepted.catch(() => this.turns.delete(message.id));
    return accepted;
  }

  /** All events after `eventId` that have happened, from the database where the room does not know. */
  async eventsAfter(eventId: number, proof: SiteProof): Promise<RoomEvent[]> {
    const state = await this.state();
    assertSiteAllows(state.site, proof);
    const { log } = state;
    if (eventId >= log.firstId - 1) return log.after(eventId);
    const known = log.firstId;
    const saved = await this.saved(state, eventId);
    return [...saved.filter((event) => event.id < known), ...log.after(known - 1)];
  }

  /** The events of one message's turn so far; all of them when it has ended. */
  async eventsOfTurn(messageId: string): Promise<RoomEvent[]> {
    const state = await this.state();
    const running = this.turns.get(messageId);
    if (running) return state.log.ofTurn(messageId, running.after);
    const events = await this.saved(state, 0);
    return events.filter((event) => event.turn === messageId);
  }

  /** Calls the listener for each event from now on; returns how to stop. */
  async subscribe(listener: (event: RoomEvent) => void): Promise<() => void> {
    return (await this.state()).log.subscribe(listener);
  }

  /** The contact form. Lands like anything that was said, and is thanked for. */
  async submitDetails(
    details: Partial<Record<DetailField, string>>,
    proof: SiteProof,
  ): Promise<{ saved: DetailField[] }> {
    const state = await this.state();
    assertSiteAllows(state.site, proof);
    const heard = new HeardDetails(state.facts.country);
    const saved = heard.add(
      Object.entries(details).flatMap(([field, value]) =>
        value
          ? [
              {
                field: field as DetailField,
                value,
                source: 'form' as const,
                message_id: null,
                raw: value,
              },
            ]
          : [],
      ),
    );
    const text = this.deps.words.detailsThanks(state, details);
    state.remember({ details, intake: withDetails(state.intake, details) });
    const told = { event: 'details', data: { fields: saved }, turn: null } as const;
    await this.say(state, text, heard, {}, [told]);
    return { saved };
  }

  /** The visitor asks for a person. */
  async requestHuman(proof: SiteProof): Promise<void> {
    const state = await this.state();
    assertSiteAllows(state.site, proof);
    const at = this.deps.now();
    state.status = 'human';
    await this.say(
      state,
      this.deps.words.humanAsked(state),
      new HeardDetails(state.facts.country),
      {
        status: 'human',
        humanRequestedAt: at,
      },
    );
  }

  private async store(state: ConversationState, message: VisitorMessage): Promise<void> {
    const view = this.visitorView(message);
    const accept = (row: MessageRow, retry: boolean) =>
      this.deps.store.accept({
        row,
        retry,
        limits: this.deps.limits,
        reserve: this.deps.reserveFirst(state, message),
      });
    // A message that was interrupted has been told already; only its turn begins anew.
    const { reservation } = state.interrupted.has(message.id)
      ? await accept({ view, seq: 0, eventId: null }, true)
      : await state.log.commit(async (eventId) => {
          const result = await accept({ view, seq: state.nextSeq++, eventId }, false);
          return { events: [{ event: 'message', data: { message: view }, turn: null }], result };
        });
    state.interrupted.delete(message.id);
    this.deps.tellFeed();
    const turn = { message: view, reservation };
    this.answering = this.answering.then(() => runTurn(this.deps, state, turn));
    this.deps.keepAlive(this.answering);
  }

  private visitorView(message: VisitorMessage) {
    const created_at = this.deps.now().toISOString();
    return {
      id: message.id,
      role: 'visitor' as const,
      text: message.text,
      quote_ids: [],
      created_at,
    };
  }

  /** A message of the assistant's outside any turn. */
  private async say(
    state: ConversationState,
    text: string,
    heard: HeardDetails,
    change: { status?: 'human'; humanRequestedAt?: Date },
    before: Extract<NewEvent, { event: 'details' }>[] = [],
  ): Promise<void> {
    const created_at = this.deps.now().toISOString();
    const view = {
      id: this.deps.newId(),
      role: 'assistant' as const,
      text,
      quote_ids: [],
      created_at,
    };
    const seq = state.nextSeq++;
    await state.log.commit(async (firstId) => {
      const eventId = firstId + before.length;
      const events = before.map(
        ({ event, data }, i): SavedEvent => [firstId + i, event, data.fields],
      );
      const landed = await this.deps.store.note({
        message: { view, seq, eventId, assistant: 'guided', events },
        session: { ...change, intake: state.intake, lastEventId: eventId },
        heard: heard.get(),
      });
      if (landed) state.customerId = landed.customerId;
      const said = { event: 'message', data: { message: view }, turn: null } as const;
      return { events: [...before, said], result: undefined };
    });
    state.history.push({ role: 'assistant', text });
    this.deps.tellFeed();
  }

  private saved = async (state: ConversationState, after: number): Promise<RoomEvent[]> => {
    const messages: SavedMessage[] = await this.deps.store.savedAfter(after);
    return replayEvents(messages, state.quotesById, after);
  };

  private state(first: VisitorMessage | null = null): Promise<ConversationState> {
    const stale = this.deps.now().getTime() - STATE_FRESH_MS;
    this.loading ??= this.wakeUp(first).catch((error) => {
      this.loading = null;
      throw error;
    });
    return this.loading.then((state) => (state.loadedAt > stale ? state : this.refresh(state)));
  }

  /** Settings may have changed since; what the room itself knows of the session has not. */
  private async refresh(state: ConversationState): Promise<ConversationState> {
    const row = await this.deps.store.load(null);
    if (row) state.renew(row, this.deps.now());
    return state;
  }

  private async wakeUp(first: VisitorMessage | null): Promise<ConversationState> {
    const row = await this.deps.store.load(
      first && {
        row: { view: this.visitorView(first), seq: 1, eventId: 1 },
        retry: false,
        limits: this.deps.limits,
        reserve: this.deps.reserveFirst(null, first),
      },
    );
    if (!row) throw new AppError('not_found');
    const cutOff = row.messages.filter(
      ({ role, status }) => role === 'visitor' && status === 'open',
    );
    const log = new EventLog(row.session.last_event_id);
    log.skipTurns(cutOff.length);
    const state = stateOf(row, log, this.deps.now());
    for (const message of cutOff) await this.reportInterrupted(state, messageView(message).id);
    return state;
  }

  /** A turn that its room did not live to end: says so, and closes what it cost as estimated. */
  private async reportInterrupted(state: ConversationState, messageId: string): Promise<void> {
    const problem = toProblem(new AppError('turn_interrupted'), this.deps.requestId);
    await state.log.commit(async (eventId) => {
      await this.deps.store.interrupt(
        messageId,
        [[eventId, 'error', problem]],
        eventId,
        this.deps.closeAbandoned,
      );
      const data = { problem, message_id: messageId };
      return { events: [{ event: 'error', data, turn: messageId }], result: undefined };
    });
    state.interrupted.add(messageId);
  }
}
