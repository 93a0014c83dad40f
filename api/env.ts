import type { DurableObjectNamespace, Fetcher } from '@cloudflare/workers-types';
import type { SharedServices } from './host/api-host.ts';

/** Bindings and settings of the Worker; wrangler.toml names them, docs/operations.md explains them. */
export interface Env {
  HYPERDRIVE: { connectionString: string };
  CONVERSATION_ROOM: DurableObjectNamespace;
  COMPANY_FEED: DurableObjectNamespace;
  /** Runs the whole API on one machine, with shared connections; absent on Cloudflare. */
  API_HOST?: DurableObjectNamespace;
  /** Sends requests to the model on one machine, where `fetch` would take a detour; absent on Cloudflare. */
  NETWORK?: Fetcher;
  /** What requests share; only there for what runs inside the API_HOST. */
  SHARED?: SharedServices;
  /** Signs visitor tokens and seals feed cursors. */
  TOKEN_SECRET: string;
  /** Accepted beside TOKEN_SECRET while it is rotated. */
  TOKEN_SECRET_PREVIOUS?: string;
  OPENAI_API_KEY?: string;
  OPENAI_BASE_URL?: string;
  OPENAI_MODEL?: string;
  CHAT_TURNS_PER_VISITOR_HOUR?: string;
  CHAT_TURNS_PER_IP_HOUR?: string;
  CHAT_TURNS_PER_SITE_HOUR?: string;
  CHAT_SESSIONS_PER_IP_HOUR?: string;
  CHAT_DETAILS_PER_SESSION_HOUR?: string;
  CHAT_DETAILS_PER_IP_HOUR?: string;
  CHAT_HUMAN_PER_IP_HOUR?: string;
  CHAT_STREAMS_PER_SESSION?: string;
  CHAT_QUOTES_PER_TURN?: string;
  SIGNUPS_PER_IP_HOUR?: string;
  LOGINS_PER_IP_HOUR?: string;
  API_CALLS_PER_KEY_MINUTE?: string;
  DATABASE_CONNECTIONS?: string;
  RESUME_AFTER_S?: string;
}
