import { AppError } from '../errors.ts';

const CONNECTION_TROUBLE = new Set([
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'ECONNREFUSED',
  'ECONNRESET',
  '53300', // too many connections
  '57P01', // terminated by an administrator
  '57P03', // cannot connect now
]);

/** A lost or refused connection becomes `database_unavailable`; any other error is left as it is. */
export function toAppError(error: unknown): unknown {
  const code = databaseErrorCode(error);
  const lost = code ? CONNECTION_TROUBLE.has(code) : isRuntimesRefusal(error);
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
