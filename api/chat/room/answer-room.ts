import type { Conversation } from '../conversation/conversation.ts';
import { EventStream } from './event-stream.ts';
import type { RoomRequest } from './room-request.ts';

/** Carries a request out in its conversation. Throws AppErrors. */
export async function answerRoom(
  conversation: Conversation,
  asked: RoomRequest,
): Promise<Response> {
  switch (asked.verb) {
    case 'message':
      return streamTurn(conversation, asked);
    case 'events':
      return streamEvents(conversation, asked);
    case 'details':
      return Response.json(await conversation.submitDetails(asked.details, asked.proof));
    case 'human':
      await conversation.requestHuman(asked.proof);
      return new Response(null, { status: 204 });
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
    await turnOfLoop(); // the model is asked before the visitor is answered
    stream.onClose(await conversation.subscribe(ofTurn));
    stream.start(await conversation.eventsOfTurn(message.id));
  } catch (error) {
    stream.close();
    throw error;
  }
  return stream.response;
}

/** Lets the event loop turn: work that is ready goes first. A timer would wait for an idle loop. */
const turnOfLoop = () => new Response('-').text();

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
