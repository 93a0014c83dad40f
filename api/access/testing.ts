import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { fileDatabase } from '../../db/testing/index.ts';
import type { Env } from '../env.ts';
import { AppError, toProblem } from '../errors.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { problemResponse } from '../platform/http/problem-response.ts';
import { endRequestDb } from '../platform/http/request-db.ts';
import { newId } from '../platform/ids.ts';
import { authenticate } from './authenticate.ts';
import { idempotent } from './idempotent.ts';
import { sessionsIn } from './sessions.ts';

/** The host that requests of tests go to. */
export const ORIGIN = 'https://app.example.com';

interface Mounts {
  open?: OpenAPIHono<AppEnv>[];
  authenticated?: OpenAPIHono<AppEnv>[];
  env?: Partial<Env>;
}

/** What the app does around some routers, in Node; `send` gives the status, headers and JSON back. */
export async function testApp({ open = [], authenticated = [], env = {} }: Mounts) {
  const { database } = await fileDatabase();
  const app = new OpenAPIHono<AppEnv>();
  const refuse = (error: unknown, c: Context<AppEnv>) =>
    problemResponse(error, toProblem(error, c.get('requestId')));
  app.onError(refuse);
  app.notFound((c) => refuse(new AppError('not_found'), c));
  app.use(endRequestDb);
  app.use(async (c, next) => {
    c.set('requestId', newId());
    await next();
  });
  for (const routes of open) app.route('/', routes);
  app.use('/api/*', authenticate);
  app.use('/api/*', idempotent);
  for (const routes of authenticated) app.route('/', routes);
  const bindings = { ...env, HYPERDRIVE: { connectionString: database.appUrl } };

  return async function send(method: string, path: string, sent: Sent = {}) {
    const headers = new Headers(sent.headers);
    if (sent.body !== undefined) headers.set('Content-Type', 'application/json');
    const body = sent.body === undefined ? null : JSON.stringify(sent.body);
    const pending: Promise<unknown>[] = [];
    const context = { waitUntil: (work: Promise<unknown>) => pending.push(work), props: {} };
    const request = new Request(ORIGIN + path, { method, headers, body });
    const execution = { ...context, passThroughOnException: () => {} };
    const response = await app.request(request, undefined, bindings, execution as never);
    const text = await response.text();
    await Promise.all(pending);
    return {
      status: response.status,
      headers: response.headers,
      json: text === '' ? null : JSON.parse(text),
    };
  };
}

interface Sent {
  headers?: Record<string, string>;
  body?: unknown;
}

/** The Cookie header of a new log-in of the user. */
export async function cookieOf(user: { id: string; companyId: string }): Promise<string> {
  const { db } = await fileDatabase();
  const sessions = sessionsIn(db, true);
  const { id } = await sessions.createSession(user.id, { company_id: user.companyId });
  return `${sessions.sessionCookieName}=${id}`;
}
