interface ErrorLine {
  name: string;
  message: string;
  /** SQLSTATE, or the code of a lost connection. */
  code?: string;
  constraint?: string;
  table?: string;
  column?: string;
  /** Where it was thrown, without the message that a stack begins with. */
  at: string[];
  cause?: ErrorLine;
}

/**
 * Logs an error that the caller is told nothing of but the request id, as one line of JSON. A database
 * error repeats what people wrote (drizzle its parameters, Postgres the offending value or row): only
 * the statement's shape and the names of things are logged.
 */
export function logError(requestId: string, error: unknown): void {
  const told = error instanceof Error ? line(error, 0) : `a thrown ${typeof error}`;
  console.error(JSON.stringify({ request_id: requestId, error: told }));
}

const CAUSES_MAX = 4; // deeper than drizzle around postgres.js around a socket

function line(error: Error & Facts, depth: number): ErrorLine {
  const { name, code, constraint_name, table_name, column_name, cause } = error;
  return {
    name,
    message: messageOf(error),
    ...(typeof code === 'string' ? { code } : {}),
    ...(constraint_name ? { constraint: constraint_name } : {}),
    ...(table_name ? { table: table_name } : {}),
    ...(column_name ? { column: column_name } : {}),
    at: framesOf(error),
    ...(cause instanceof Error && depth < CAUSES_MAX ? { cause: line(cause, depth + 1) } : {}),
  };
}

/** What postgres.js puts on an error, and drizzle on one that it wraps. */
interface Facts {
  code?: unknown;
  query?: unknown;
  constraint_name?: string;
  table_name?: string;
  column_name?: string;
}

const VALUE_IN_MESSAGE = /^22/; // data exceptions quote the value

function messageOf(error: Error & Facts): string {
  const isStatement = typeof error.query === 'string' && error.message.startsWith('Failed query');
  if (isStatement) return `Failed query: ${withoutLiterals(String(error.query))}`;
  if (error.name !== 'PostgresError') return error.message;
  return VALUE_IN_MESSAGE.test(String(error.code)) ? 'a value that does not fit' : error.message;
}

const STATEMENT_CHARACTERS = 500;

/** Some statements are sent with their values written into them. */
function withoutLiterals(statement: string): string {
  const bare = statement.replace(/'(?:[^']|'')*'/g, "'…'");
  return bare.slice(0, STATEMENT_CHARACTERS);
}

const FRAMES = 12;

/** The message stands before the frames, and may have lines that look like some. */
function framesOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message);
  const frames = start < 0 ? '' : stack.slice(start + message.length);
  return [...frames.matchAll(/^\s+(at .*)$/gm)].slice(0, FRAMES).map(([, frame]) => String(frame));
}
