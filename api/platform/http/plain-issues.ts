import { z } from '@hono/zod-openapi';

/** What a person reads beside a field, for the refusals whose own words are a programmer's. */
export function plainIssue(issue: {
  code?: string | undefined;
  origin?: unknown;
  format?: unknown;
  minimum?: unknown;
  maximum?: unknown;
  input?: unknown;
}): string | undefined {
  const { code, origin, format, minimum, maximum } = issue;
  if (code === 'invalid_type' && issue.input === undefined) return 'This is missing.';
  if (code === 'invalid_format' && format === 'email') {
    return 'Write an e-mail address, such as name@example.com.';
  }
  if (origin !== 'string') return undefined;
  if (code === 'too_small') {
    return Number(minimum) <= 1 ? 'Fill this in.' : `Use at least ${minimum} characters.`;
  }
  return code === 'too_big' ? `Use at most ${maximum} characters.` : undefined;
}

/** Makes every schema speak so, where it has no words of its own. */
export function speakPlainly(): void {
  z.config({ customError: plainIssue });
}
