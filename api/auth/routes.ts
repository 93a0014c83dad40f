import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { assertSameOrigin } from '../access/assert-same-origin.ts';
import { authenticate } from '../access/authenticate.ts';
import { isSecure } from '../access/sessions.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { clientNetwork } from '../platform/http/client-network.ts';
import { requestDb } from '../platform/http/request-db.ts';
import { createRouter, json, jsonBody, problems } from '../platform/http/router.ts';
import { recordSecurityEvent } from '../security-events/record-security-event.ts';
import { assertMaySignUp } from './assert-may-sign-up.ts';
import { readDevice } from './device-cookie.ts';
import { getIdentity, getMe } from './get-me.ts';
import { type Identity, logIn } from './log-in.ts';
import { loggedIn, logInInput, me, signedUp, signUpInput } from './schemas.ts';
import { endSession, startSession } from './session-cookie.ts';
import { signUp } from './sign-up.ts';

const tags = ['Log-in'];

const networkOf = (c: Context<AppEnv>) => clientNetwork(c.req.header('CF-Connecting-IP'));

/** A person's own log-in or log-out, for recordSecurityEvent. */
function sessionEvent(c: Context<AppEnv>, kind: 'log_in' | 'log_out', of: Identity) {
  const { companyId, userId } = of;
  const source = {
    db: requestDb(c),
    companyId,
    network: networkOf(c),
    requestId: c.get('requestId'),
  };
  return [source, { kind, actor: { type: 'user', id: userId } }] as const;
}

/** Signing up, in and out. */
export const authRoutes = createRouter();

authRoutes.openapi(
  createRoute({
    method: 'post',
    path: '/api/auth/signup',
    tags,
    summary: 'Make a company and its owner',
    description:
      'The new company has a first site and a starter calculator: its chat works at once.',
    request: { body: jsonBody(signUpInput) },
    responses: {
      201: json(signedUp, 'Signed up and logged in'),
      ...problems(400, 403, 409, 422, 429, 503),
    },
  }),
  async (c) => {
    assertSameOrigin(c.req.raw);
    await assertMaySignUp(
      requestDb(c),
      c.req.header('CF-Connecting-IP'),
      c.env.SIGNUPS_PER_IP_HOUR,
    );
    const made = await signUp(requestDb(c), c.req.valid('json'), new Date(), networkOf(c));
    const identity = { userId: made.user.id, companyId: made.company.id };
    await recordSecurityEvent(...sessionEvent(c, 'log_in', identity));
    await startSession(c, identity);
    return c.json(made, 201);
  },
);

authRoutes.openapi(
  createRoute({
    method: 'post',
    path: '/api/auth/login',
    tags,
    summary: 'Log in',
    request: { body: jsonBody(logInInput) },
    responses: { 200: json(loggedIn, 'Logged in'), ...problems(400, 401, 403, 422, 429, 503) },
  }),
  async (c) => {
    assertSameOrigin(c.req.raw);
    const identity = await logIn(requestDb(c), c.req.valid('json'), {
      network: networkOf(c),
      device: readDevice(c.req.header('Cookie'), isSecure(c.req.url)),
      requestId: c.get('requestId'),
      perHour: c.env.LOGINS_PER_IP_HOUR,
    });
    await startSession(c, identity);
    return c.json(await getIdentity(requestDb(c), identity), 200);
  },
);

authRoutes.openapi(
  createRoute({
    method: 'post',
    path: '/api/auth/logout',
    tags,
    summary: 'Log out',
    responses: {
      204: { description: 'Logged out, even if nobody was logged in' },
      ...problems(403, 503),
    },
  }),
  async (c) => {
    assertSameOrigin(c.req.raw);
    const ended = await endSession(c);
    if (ended) await recordSecurityEvent(...sessionEvent(c, 'log_out', ended));
    return c.body(null, 204);
  },
);

authRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/auth/me',
    tags,
    summary: 'Who you are and what you may do',
    middleware: authenticate,
    responses: { 200: json(me, 'You'), ...problems(401, 429, 503) },
  }),
  async (c) => c.json(await getMe(c.get('ctx')), 200),
);
