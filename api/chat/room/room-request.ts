import type { CustomerDetails } from '../../assistant/assistant.ts';
import type { VisitorMessage } from '../events/events.ts';
import type { SiteProof } from '../visitor/site-proof.ts';
import type { VisitorClaims } from '../visitor/visitor-token.ts';

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

const QUESTION = 'X-Question';

/**
 * Wraps the question for the way to the Durable Object. In a header: a body would have to be waited for
 * once more over there.
 */
export function roomRequest(asked: RoomRequest): Request {
  return new Request('https://room/', { headers: { [QUESTION]: asciiJson(asked) } });
}

export function readRoomRequest({ headers }: Request): RoomRequest {
  return JSON.parse(headers.get(QUESTION) ?? 'null');
}

const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The room's name: one for each session, and never another company's. */
export function roomName({ companyId, sessionId }: VisitorClaims): string {
  return `${companyId}:${sessionId}`;
}
