import type { Conversation } from '../conversation/conversation.ts';
import type { VisitorClaims } from '../visitor/visitor-token.ts';
import { answerRoom } from './answer-room.ts';
import { type RoomRequest, roomName } from './room-request.ts';

const IDLE_MS = 60_000; // a visitor who writes again within a minute finds everything in memory
const SWEEP_MS = 10_000;

interface Room {
  conversation: Conversation;
  /** Requests that are being answered; streams count until their headers are sent. */
  requests: number;
  usedAt: number;
}

export interface SharedRoomsDeps {
  open(claims: VisitorClaims, requestId: string): Conversation;
  /** A conversation was opened, or forgotten: what is noted in between survives a crash. */
  note(name: string, claims: VisitorClaims): void;
  forget(names: string[]): void;
}

/**
 * The conversations of one machine, in one place: each is made at its first request and forgotten when it
 * has been idle for a minute. What is forgotten is loaded again; nothing lives only here once a turn has ended.
 */
export class SharedRooms {
  private readonly rooms = new Map<string, Room>();
  private readonly deps: SharedRoomsDeps;
  private sweptAt = 0;

  constructor(deps: SharedRoomsDeps) {
    this.deps = deps;
  }

  /** Conversations in memory. */
  get size(): number {
    return this.rooms.size;
  }

  /** Turns that are being answered. */
  get turns(): number {
    let turns = 0;
    for (const { conversation } of this.rooms.values()) if (conversation.isBusy) turns++;
    return turns;
  }

  /** Whether a conversation that was noted may have a turn that a crash cut off. */
  mayResume(claims: VisitorClaims): boolean {
    return this.rooms.get(roomName(claims))?.conversation.isCutOff ?? true;
  }

  async ask(asked: RoomRequest, now = Date.now()): Promise<Response> {
    this.sweep(now);
    const room = this.roomOf(asked.claims, asked.requestId, now);
    room.requests++;
    room.usedAt = now;
    try {
      return await answerRoom(room.conversation, asked);
    } finally {
      room.requests--;
    }
  }

  /** Answers what was cut off in a conversation that was noted before a crash. */
  async resume(claims: VisitorClaims, requestId: string, now = Date.now()): Promise<void> {
    const room = this.roomOf(claims, requestId, now);
    try {
      await room.conversation.resume();
    } catch (error) {
      if (isIdle(room)) this.rooms.delete(roomName(claims)); // its note stays, for another attempt
      throw error;
    }
  }

  /** Forgets conversations that have been idle for long enough; at most every ten seconds. */
  sweep(now = Date.now()): void {
    if (now - this.sweptAt < SWEEP_MS) return;
    this.sweptAt = now;
    const idle = [...this.rooms].filter(([, room]) => isIdle(room) && now - room.usedAt > IDLE_MS);
    if (idle.length === 0) return;
    for (const [name] of idle) this.rooms.delete(name);
    this.deps.forget(idle.map(([name]) => name));
  }

  private roomOf(claims: VisitorClaims, requestId: string, usedAt: number): Room {
    const name = roomName(claims);
    const known = this.rooms.get(name);
    if (known) return known;
    const room = { conversation: this.deps.open(claims, requestId), requests: 0, usedAt };
    this.rooms.set(name, room);
    this.deps.note(name, claims);
    return room;
  }
}

const isIdle = ({ requests, conversation }: Room): boolean =>
  requests === 0 && !conversation.isBusy && !conversation.hasListeners;
