import type { Database } from './platform/database/connect.ts';

export type Role = 'owner' | 'manager' | 'sales' | 'analyst';

/** Who acts. Always taken from the request's credentials, never from its body. */
export type Actor =
  | { type: 'user'; id: string; role: Role; name: string }
  | { type: 'api_key'; id: string; scopes: string[] }
  | { type: 'visitor'; id: string; siteId: string; sessionId: string }
  | { type: 'system'; id: string };

/** What every verb is given: which company, who acts, and the way to its data. */
export interface Ctx {
  db: Database;
  companyId: string;
  actor: Actor;
  requestId: string;
  /** The client's network as clientNetwork names it; absent where no request stands behind the call. */
  network?: string;
  /** The Idempotency-Key that the request holds; see fulfilClaim. */
  claim?: string;
  now(): Date;
}
