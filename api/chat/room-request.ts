import type { CustomerDetails } from '../assistant/assistant.ts';
import type { VisitorMessage } from './events.ts';
import type { SiteProof } from './site-proof.ts';
import type { VisitorClaims } from './visitor-token.ts';

interface Asked {
  claims: VisitorClaims;
  proof: SiteProof;
  requestId: string;
}

/** What the Worker asks of a room, once it has checked the visitor's token and the body. */
export type RoomRequest = Asked &
  (
    | { verb: 'message'; message: VisitorMessage }
    | { verb: 'events'; afterId: number }
    | { verb: 'details'; details: CustomerDetails }
    | { verb: 'human' }
  );

/** Wraps the question for the way to the Durable Object. */
export function roomRequest(asked: RoomRequest): Request {
  return new Request('https://room/', { method: 'POST', body: JSON.stringify(asked) });
}

export async function readRoomRequest(request: Request): Promise<RoomRequest> {
  return (await request.json()) as RoomRequest;
}

/** The room's name: one for each session, and never another company's. */
export function roomName({ companyId, sessionId }: VisitorClaims): string {
  return `${companyId}:${sessionId}`;
}
