import type { ProblemBody } from './wire.ts';

/** A request that did not succeed: the API's problem document, or status 0 when nothing answered. */
export class Problem extends Error {
  // Declared only: the constructor sets them all.
  declare readonly status: number;
  declare readonly code: string;
  /** Seconds to wait, from Retry-After; 0 when not told. */
  declare readonly retryAfter: number;
  declare readonly fields: { path: string; message: string }[];

  constructor(status: number, body: ProblemBody = {}, retryAfter = 0) {
    super(body.detail ?? body.title ?? 'network');
    this.status = status;
    this.code = body.code ?? '';
    this.retryAfter = retryAfter;
    this.fields = body.errors ?? [];
  }
}

const LOST = /^(visitor_token_|session_mismatch|not_found)/;

/** Whether the saved session is of no use any more, so that a new one has to be made. */
export function isSessionLost(error: unknown): boolean {
  return error instanceof Problem && LOST.test(error.code);
}

export async function readProblem(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as ProblemBody;
  return new Problem(response.status, body, Number(response.headers.get('retry-after')) || 0);
}
