import type { SQL } from 'drizzle-orm';
import type { CustomerDetails, DetailField } from '../../assistant/assistant.ts';
import { AppError } from '../../errors.ts';
import { isUnavailable } from '../../platform/database/database-errors.ts';
import type { RoomEvent, VisitorMessage } from '../events/events.ts';
import { replayEvents, type SavedMessage } from '../events/saved-events.ts';
import { tooManyStreams } from '../limits.ts';
import type { MessageRow } from '../store/turn-writes.ts';
import { type PreparedTurn, prepareTurn, turnInputOf } from '../turn/prepare-turn.ts';
import { runTurn } from '../turn/run-turn.ts';
import { assertSiteAllows, type SiteProof } from '../visitor/site-proof.ts';
import type { ConversationDeps } from './conversation-deps.ts';
import type { ConversationState } from './conversation-state.ts';
import { callForPerson, takeDetails } from './outside-turn.ts';
import { visitorView, WakingState } from './wake-up.ts';

const RESUMED = 'resumed'; // counts in place of a network where no visitor has asked
const STREAM_PROBES = 3; // the first write to a connection that is gone may still succeed
const STREAM_PROBE_MS = 50;

interface KnownTurn {
  text: string;
  accepted: Promise<void>;
  /** The turn's events lie after this id; an earlier try at the same message may lie before. */
  after: number;
}

/**
 * One chat session: takes messages in, has them answered one after the other, and tells every listener
 * what happens. Knows no sockets and no database of its own: see ConversationDeps.
 */
export class Conversation {
  private readonly deps: ConversationDeps;
  private readonly known: WakingState;
  private readonly turns = new Map<string, KnownTurn>();
  /** Messages that may have been stored although nobody heard of it: the connection was lost. */
  private readonly unheard = new Set<string>();
  private answering: Promise<void> = Promise.resolve();
  private unanswered = 0;
  /** What probes each event stream that is open. */
  private readonly streams = new Set<() => void>();
  private calling: Promise<void> | null = null;

  constructor(deps: ConversationDeps) {
    this.deps = deps;
    this.known = new WakingState(deps);
  }

  /**
   * Takes a visitor's message in. Resolves once it is stored; its answer goes on by itself, whoever
   * listens. The same message again joins the turn that is there. Throws AppErrors, and then nothing
   * was stored.
   */
  async accept(message: VisitorMessage, proof: SiteProof): Promise<void> {
    const state = await this.known.get(message);
    assertSiteAllows(state.site, proof);
    const knownText = this.turns.get(message.id)?.text ?? state.visitorMessages.get(message.id);
    if (knownText !== undefined && knownText !== message.text) {
      throw new AppError('message_id_taken');
    }
    if (knownText !== undefined && !state.interrupted.has(message.id)) {
      return this.turns.get(message.id)?.accepted;
    }
    return this.begin(state, message, proof.network);
  }

  private begin(state: ConversationState, message: VisitorMessage, network: string): Promise<void> {
    const after = state.log.lastId;
    const accepted = this.store(state, message, network);
    this.turns.set(message.id, { text: message.text, accepted, after });
    accepted.catch((error) => {
      this.turns.delete(message.id);
      if (isUnavailable(error)) this.unheard.add(message.id);
    });
    return accepted;
  }

  /** Whether a message is being answered. */
  get isBusy(): boolean {
    return this.unanswered > 0;
  }

  get hasListeners(): boolean {
    return this.known.now?.log.hasListeners ?? false;
  }

  /** Whether there is something to resume, as far as is known. */
  get isCutOff(): boolean {
    return (this.known.now?.cutOff.length ?? 0) > 0;
  }

  /**
   * Answers the messages whose turns a crash cut off and which nobody has sent again since. When one cannot
   * be answered any more, a person is asked to.
   */
  async resume(): Promise<void> {
    const state = await this.known.get();
    for (let id = state.cutOff.shift(); id !== undefined; id = state.cutOff.shift()) {
      const text = state.visitorMessages.get(id);
      if (text === undefined || !state.interrupted.has(id) || this.turns.has(id)) continue;
      try {
        await this.begin(state, { id, text }, RESUMED);
      } catch (error) {
        if (isUnavailable(error)) {
          state.cutOff.unshift(id);
          throw error;
        }
        await callForPerson(this.deps, state, RESUMED);
      }
    }
  }

  /** All events after `eventId` that have happened, from the database where the room does not know. */
  async eventsAfter(eventId: number, proof: SiteProof): Promise<RoomEvent[]> {
    const state = await this.known.get();
    assertSiteAllows(state.site, proof);
    const { log } = state;
    if (eventId >= log.firstId - 1) return log.after(eventId);
    const known = log.firstId;
    const saved = await this.saved(state, eventId);
    return [...saved.filter((event) => event.id < known), ...log.after(known - 1)];
  }

  /** The events of one message's turn so far; all of them when it has ended. */
  async eventsOfTurn(messageId: string): Promise<RoomEvent[]> {
    const state = await this.known.get();
    const running = this.turns.get(messageId);
    if (running) return state.log.ofTurn(messageId, running.after);
    const events = await this.saved(state, 0);
    return events.filter((event) => event.turn === messageId);
  }

  /** Calls the listener for each event from now on; returns how to stop. */
  async subscribe(listener: (event: RoomEvent) => void): Promise<() => void> {
    return (await this.known.get()).log.subscribe(listener);
  }

  /**
   * As subscribe, for an event stream without an end. Where too many are open, each is probed, so that one
   * whose listener has gone ends; throws `rate_limited` when none does.
   */
  async listen(listener: (event: RoomEvent) => void, probe: () => void): Promise<() => void> {
    const { log } = await this.known.get();
    const { streamsPerSession } = this.deps.limits;
    for (let probes = 0; this.streams.size >= streamsPerSession; probes++) {
      if (probes === STREAM_PROBES) throw tooManyStreams(streamsPerSession);
      for (const other of this.streams) other();
      await new Promise((resolve) => setTimeout(resolve, STREAM_PROBE_MS));
    }
    this.streams.add(probe);
    const stop = log.subscribe(listener);
    return () => {
      this.streams.delete(probe);
      stop();
    };
  }

  /** The contact form. */
  async submitDetails(
    details: CustomerDetails,
    proof: SiteProof,
  ): Promise<{ saved: DetailField[] }> {
    const state = await this.known.get();
    assertSiteAllows(state.site, proof);
    return takeDetails(this.deps, state, details, proof.network);
  }

  /** The visitor asks for a person. */
  async requestHuman(proof: SiteProof): Promise<void> {
    const state = await this.known.get();
    assertSiteAllows(state.site, proof);
    this.calling ??= callForPerson(this.deps, state, proof.network).finally(() => {
      this.calling = null;
    });
    await this.calling;
  }

  private async store(
    state: ConversationState,
    message: VisitorMessage,
    network: string,
  ): Promise<void> {
    const view = visitorView(this.deps, message);
    const input = turnInputOf(state, message.text);
    let prepared: PreparedTurn | null = null;
    const meanwhile = () => {
      if (this.unanswered === 0) prepared = prepareTurn(this.deps, state, view, input);
    };
    const accept = (row: MessageRow, retry: SQL | null) =>
      this.deps.store.accept({
        row,
        retry,
        limits: this.deps.limits,
        network,
        reserve: this.deps.reserveFirst(message, { customerId: state.customerId, input }),
        meanwhile,
      });
    const { closeAbandoned } = this.deps;
    // A message that was interrupted has been told already; only its turn begins anew.
    const { reservation } = state.interrupted.has(message.id)
      ? await accept({ view, seq: 0, eventId: null }, closeAbandoned)
      : await state.log.commit(async (eventId) => {
          const isThere = this.unheard.has(message.id) && (await this.deps.store.has(view));
          const row = { view, seq: state.nextSeq++, eventId };
          const result = await accept(row, isThere ? closeAbandoned : null);
          return { events: [{ event: 'message', data: { message: view }, turn: null }], result };
        });
    state.interrupted.delete(message.id);
    this.unheard.delete(message.id);
    this.deps.tellFeed();
    const turn = { message: view, reservation, prepared };
    this.unanswered++;
    this.answering = this.answering.then(() => runTurn(this.deps, state, turn));
    this.deps.keepAlive(this.answering.then(() => this.unanswered--));
  }

  private async saved(state: ConversationState, after: number): Promise<RoomEvent[]> {
    const messages: SavedMessage[] = await this.deps.store.savedAfter(after);
    return replayEvents(messages, state.quotesById, after);
  }
}
