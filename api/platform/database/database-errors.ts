import { AppError } from '../../errors.ts';

const PASSING_TROUBLE = new Set([
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'ECONNREFUSED',
  'ECONNRESET',
  '25006', // read-only: a standby, while the database moves
  '55P03', // a lock that was not available in time
  '57014', // a statement that took too long, or that an administrator ended
  '57P01', // terminated by an administrator
  '57P02', // terminated because another one crashed
  '57P03', // cannot connect now
  '57P05', // idle for too long
  '25P03', // idle in a transaction for too long
  '25P04', // a transaction that took too long
]);

/** Class 53: no disk space, memory or connection is left, or another limit of the server's is reached. */
const INSUFFICIENT_RESOURCES = /^53/;

/** What does better a moment later becomes `database_unavailable`; any other error is left as it is. */
export function toAppError(error: unknown): unknown {
  const code = databaseErrorCode(error);
  const exhausted = code !== null && INSUFFICIENT_RESOURCES.test(code);
  // The caller only learns that it may retry; the operator must see that the disk is full.
  if (exhausted) console.error(JSON.stringify({ database: 'insufficient resources', code }));
  const lost = code ? exhausted || PASSING_TROUBLE.has(code) : isRuntimesRefusal(error);
  return lost ? new AppError('database_unavailable') : error;
}

/** workerd gives its sockets' errors no code, only words. */
function isRuntimesRefusal(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    if (/^(?:proxy request|connection attempt) failed|network connection lost/i.test(e.message)) {
      return true;
    }
  }
  return false;
}

/** SQLSTATE or postgres.js code of an error, drizzle's wrapping removed; null for anything else. */
export function databaseErrorCode(error: unknown): string | null {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('code' in e && typeof e.code === 'string') return e.code;
  }
  return null;
}

/** The name of the unique or foreign key that a statement would have broken; null for anything else. */
export function violatedConstraint(error: unknown): string | null {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('constraint_name' in e && typeof e.constraint_name === 'string') return e.constraint_name;
  }
  return null;
}

/** The database did not answer: whether what was asked of it happened is not known. */
export const isUnavailable = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'database_unavailable';
