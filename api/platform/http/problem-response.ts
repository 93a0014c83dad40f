import { AppError, type Problem } from '../../errors.ts';

/** A problem+json response; a known error brings its own headers, such as Retry-After. */
export function problemResponse(error: unknown, problem: Problem): Response {
  const headers = error instanceof AppError ? error.details.headers : undefined;
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      ...headers,
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
    },
  });
}
