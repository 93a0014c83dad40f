import { resolve } from 'node:path';
import { PlainError } from '../../db/plain-error.ts';

/** Environment names that are handed to the Worker as they are, when they are set. */
export const PASSED_THROUGH = [
  'TOKEN_SECRET_PREVIOUS',
  'OPENAI_API_KEY',
  'OPENAI_BASE_URL',
  'OPENAI_MODEL',
  'CHAT_TURNS_PER_VISITOR_HOUR',
  'CHAT_TURNS_PER_IP_HOUR',
  'CHAT_TURNS_PER_SITE_HOUR',
  'CHAT_SESSIONS_PER_IP_HOUR',
  'CHAT_DETAILS_PER_SESSION_HOUR',
  'CHAT_DETAILS_PER_IP_HOUR',
  'CHAT_HUMAN_PER_IP_HOUR',
  'CHAT_STREAMS_PER_SESSION',
  'CHAT_QUOTES_PER_TURN',
  'SIGNUPS_PER_IP_HOUR',
  'LOGINS_PER_IP_HOUR',
  'API_CALLS_PER_KEY_MINUTE',
  'DATABASE_CONNECTIONS',
  'RESUME_AFTER_S',
];

const WHOLE_NUMBERS = /_PER_|_CONNECTIONS$|_S$/;

export interface Settings {
  port: number;
  dataDir: string;
  /** An own Postgres instead of the embedded one. */
  databaseUrl: string | null;
  /** Whether CF-Connecting-IP and X-Forwarded-Proto come from a proxy in front, not from the client. */
  trustedProxy: boolean;
  vars: Record<string, string>;
}

type Environment = Record<string, string | undefined>;

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new PlainError(`PORT must be a number from 1 to 65535, not "${text}".`);
}

function readDatabaseUrl(text: string): string {
  const url = URL.parse(text);
  const known = url && /^postgres(ql)?:$/.test(url.protocol);
  if (known && url.hostname && url.username && url.pathname.length > 1) return text;
  throw new PlainError(
    'DATABASE_URL must look like postgres://user:password@host:5432/database (it does not).',
  );
}

function readTrustedProxy(text: string): boolean {
  if (text === '1' || text === '0') return text === '1';
  throw new PlainError(`TRUSTED_PROXY must be 1 or 0, not "${text}".`);
}

function readVars(env: Environment): Record<string, string> {
  const vars: Record<string, string> = {};
  for (const name of PASSED_THROUGH) {
    const value = env[name]?.trim();
    if (!value) continue;
    if (WHOLE_NUMBERS.test(name) && !/^[1-9]\d*$/.test(value)) {
      throw new PlainError(`${name} must be a whole number above 0, not "${value}".`);
    }
    if (name === 'OPENAI_BASE_URL' && !/^https?:$/.test(URL.parse(value)?.protocol ?? '')) {
      throw new PlainError(`${name} must look like https://host/v1, not "${value}".`);
    }
    vars[name] = value;
  }
  return vars;
}

/**
 * Reads what the environment says; an empty variable counts as absent.
 * @throws PlainError when a value cannot be meant
 */
export function readSettings(env: Environment, cwd: string): Settings {
  return {
    port: readPort(env.PORT?.trim() || '8787'),
    dataDir: resolve(cwd, env.DATA_DIR?.trim() || '.tradesphere'),
    databaseUrl: env.DATABASE_URL?.trim() ? readDatabaseUrl(env.DATABASE_URL.trim()) : null,
    trustedProxy: readTrustedProxy(env.TRUSTED_PROXY?.trim() || '0'),
    vars: readVars(env),
  };
}
