import { OpenAPIHono, z } from '@hono/zod-openapi';
import { AppError, ERRORS } from '../../errors.ts';
import type { AppEnv } from './app-env.ts';
import { speakPlainly } from './plain-issues.ts';

speakPlainly();

/** A router whose schemas refuse with `validation_failed` and the path of each wrong field. */
export function createRouter() {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      throw new AppError('validation_failed', {
        fields: result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
      });
    },
  });
}

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(Object.keys(ERRORS)),
    detail: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    request_id: z.string(),
  })
  .openapi('Problem');

const problemContent = { 'application/problem+json': { schema: problem } };

/** The refusals that a route declares, by status. */
export function problems(...statuses: number[]) {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: REFUSALS[status] ?? 'Refused', content: problemContent },
    ]),
  );
}

/** The refusals of every call by staff or a key, and more of a route's own. */
export const staffProblems = (...more: number[]) => problems(401, 403, 422, 429, 503, ...more);

/** The id of one thing in the path. */
export const idParams = z.object({ id: z.uuid() });

const REFUSALS: Record<number, string> = {
  400: 'The request could not be read.',
  401: 'Who asks is not known.',
  403: 'Who asks may not do this.',
  404: 'There is no such thing, or it is not yours.',
  409: 'It contradicts what is there.',
  413: 'The body is too large.',
  422: 'Some fields are not valid.',
  426: 'Ask for it as a WebSocket.',
  429: 'Too many requests; Retry-After says when to try again.',
  503: 'The database does not answer.',
};

/** The header that every POST of staff and integrators takes; `idempotent` has read it by then. */
export const idempotencyHeaders = z.object({
  'Idempotency-Key': z.string().optional().openapi({
    description:
      'Carries the request out once, however often it is sent: 1 to 255 visible ASCII characters, yours for 24 hours. The same request again gets the same answer with `Idempotency-Replayed: true`.',
    example: '0190b6a1-6f7e-7c52-9d9b-2f6f3c1e8a44',
  }),
});

/** A JSON response body of a route. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** A required JSON request body of a route. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
});
