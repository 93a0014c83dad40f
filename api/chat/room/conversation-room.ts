import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../../env.ts';
import { AppError, toProblem } from '../../errors.ts';
import { connect } from '../../platform/database/connect.ts';
import { problemResponse } from '../../platform/http/problem-response.ts';
import { logError } from '../../platform/log-error.ts';
import { Conversation } from '../conversation/conversation.ts';
import { CONNECTION_KEPT_MS } from '../store/conversation-store.ts';
import { EventStream } from './event-stream.ts';
import { roomDeps } from './room-deps.ts';
import { type RoomRequest, readRoomRequest } from './room-request.ts';

/**
 * The Durable Object of one chat session: requests and streams only, the talk itself is Conversation's.
 * Keeps one Postgres connection from turn to turn.
 */
export class ConversationRoom extends DurableObject<Env> {
  private conversation: Conversation | null = null;

  override async fetch(request: Request): Promise<Response> {
    const asked = readRoomRequest(request);
    try {
      return await this.answer(asked);
    } catch (error) {
      if (!(error instanceof AppError)) logError(asked.requestId, error);
      return problemResponse(error, toProblem(error, asked.requestId));
    }
  }

  private answer(asked: RoomRequest): Promise<Response> {
    this.conversation ??= this.open(asked);
    const { conversation } = this;
    switch (asked.verb) {
      case 'message':
        return streamTurn(conversation, asked);
      case 'events':
        return streamEvents(conversation, asked);
      case 'details':
        return conversation
          .submitDetails(asked.details, asked.proof)
          .then((saved) => Response.json(saved));
      case 'human':
        return conversation
          .requestHuman(asked.proof)
          .then(() => new Response(null, { status: 204 }));
    }
  }

  private open(asked: RoomRequest): Conversation {
    const db = connect(this.env.HYPERDRIVE.connectionString, { idleMs: CONNECTION_KEPT_MS });
    return new Conversation(
      roomDeps({
        env: this.env,
        db,
        claims: asked.claims,
        requestId: asked.requestId,
        keepAlive: (work) => this.ctx.waitUntil(work),
      }),
    );
  }
}

async function streamTurn(
  conversation: Conversation,
  { message, proof }: RoomRequest & { verb: 'message' },
): Promise<Response> {
  const stream = new EventStream(
    ({ event, turn }) => turn === message.id && (event === 'turn.completed' || event === 'error'),
  );
  const ofTurn = (event: Parameters<EventStream['send']>[0]) => {
    if (event.turn === message.id) stream.send(event);
  };
  try {
    await conversation.accept(message, proof);
    stream.onClose(await conversation.subscribe(ofTurn));
    stream.start(await conversation.eventsOfTurn(message.id));
  } catch (error) {
    stream.close();
    throw error;
  }
  return stream.response;
}

async function streamEvents(
  conversation: Conversation,
  { afterId, proof }: RoomRequest & { verb: 'events' },
): Promise<Response> {
  const stream = new EventStream();
  try {
    stream.onClose(await conversation.listen(stream.send, stream.probe));
    stream.start(await conversation.eventsAfter(afterId, proof));
  } catch (error) {
    stream.close();
    throw error;
  }
  return stream.response;
}
