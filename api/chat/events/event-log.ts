import { isUnavailable } from '../../platform/database/database-errors.ts';
import type { NewEvent, RoomEvent } from './events.ts';

type Listener = (event: RoomEvent) => void;

const EVENTS_OF_A_TURN_MAX = 10_000; // above the longest answer a model may give, one event a token

/**
 * The events of one chat session since the room woke up, in order. What lies before `firstId` is told
 * from the database.
 */
export class EventLog {
  private readonly events: RoomEvent[] = [];
  private readonly listeners = new Set<Listener>();
  private nextId: number;
  /** Events that wait while an id is being saved; null when nothing is. */
  private held: NewEvent[] | null = null;
  private saving: Promise<unknown> = Promise.resolve();

  /** `lastId` is the last event that was saved before the room woke up; 0 in a new session. */
  constructor(lastId: number) {
    this.nextId = lastId + 1;
  }

  get lastId(): number {
    return this.nextId - 1;
  }

  get hasListeners(): boolean {
    return this.listeners.size > 0;
  }

  /** The first id this log can tell; later ones are all here. */
  get firstId(): number {
    return this.events[0]?.id ?? this.nextId;
  }

  append(event: NewEvent): void {
    if (this.held) this.held.push(event);
    else this.publish(event);
  }

  /**
   * Publishes events only once `save` has stored them, the first under the id that it is given. One
   * save at a time; what is appended meanwhile follows. A failed save uses no id up, unless it may have
   * been stored unheard.
   */
  commit<T>(save: (firstId: number) => Promise<{ events: NewEvent[]; result: T }>): Promise<T> {
    const committed = this.saving.then(async () => {
      this.held = [];
      try {
        const { events, result } = await save(this.nextId);
        for (const event of events) this.publish(event);
        return result;
      } catch (error) {
        if (isUnavailable(error)) this.nextId++;
        throw error;
      } finally {
        const held = this.held;
        this.held = null;
        for (const event of held) this.publish(event);
      }
    });
    this.saving = committed.catch(() => {});
    return committed;
  }

  after(id: number): RoomEvent[] {
    return this.events.slice(this.events.findLastIndex((event) => event.id <= id) + 1);
  }

  ofTurn(messageId: string, afterId = 0): RoomEvent[] {
    return this.after(afterId).filter(({ turn }) => turn === messageId);
  }

  /**
   * Goes on behind the ids of turns that were cut off: clients have seen some of them, nobody saved which,
   * and what came under one of these again would pass for known. For a log in which nothing happened yet.
   */
  skipTurns(turns: number): void {
    this.nextId += turns * EVENTS_OF_A_TURN_MAX;
  }

  /** Calls the listener for every later event until the returned function is called. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private publish(event: NewEvent): void {
    const numbered = Object.assign(event, { id: this.nextId++ }) as RoomEvent;
    this.events.push(numbered);
    for (const listener of this.listeners) listener(numbered);
  }
}
