import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { AppError } from '../errors.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { requestDb } from '../platform/http/request-db.ts';
import { createRouter, json, jsonBody, problems } from '../platform/http/router.ts';
import { tokenKeys } from '../platform/token-keys.ts';
import { findSiteByKey, type KnownSite } from '../sites/find-site-by-key.ts';
import { chatLimits } from './limits.ts';
import { listMessages } from './messages.ts';
import { type RoomRequest, roomName, roomRequest } from './room/room-request.ts';
import {
  detailsInput,
  messageInput,
  messageView,
  sessionParams,
  startedSession,
  startSessionInput,
  widgetConfig,
} from './schemas.ts';
import { startSession } from './start-session.ts';
import { assertSiteAllows } from './visitor/site-proof.ts';
import { networkOf, siteProofOf, visitorOf } from './visitor/visitor-request.ts';

const MESSAGES_PAGE_MAX = 100;
const tags = ['Chat'];
const lastEventId = z
  .string()
  .regex(/^\d{1,15}$/, 'The id of an event: digits only.')
  .default('0')
  .transform(Number);
const eventStream = {
  description: 'Server-sent events',
  content: { 'text/event-stream': { schema: z.string() } },
};

/** The widget's API: publishable key and Origin, then the visitor's token. */
export const chatRoutes = createRouter();

chatRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/chat/config',
    tags,
    summary: 'How the widget looks and who answers',
    responses: { 200: json(widgetConfig, 'The site'), ...problems(401, 403, 503) },
  }),
  async (c) => {
    const site = await siteOf(c);
    c.header('Cache-Control', 'private, max-age=60');
    const assistant: 'model' | 'guided' = c.env.OPENAI_API_KEY ? 'model' : 'guided';
    return c.json({ site: configView(site), assistant }, 200);
  },
);

chatRoutes.openapi(
  createRoute({
    method: 'post',
    path: '/api/chat/sessions',
    tags,
    summary: 'Start a chat session',
    request: { body: { ...jsonBody(startSessionInput), required: false } },
    responses: { 201: json(startedSession, 'The session'), ...problems(401, 403, 422, 429, 503) },
  }),
  async (c) => {
    await c.env.SHARED?.admission.enter(networkOf(c));
    const site = await siteOf(c);
    const input = c.req.valid('json');
    const started = await startSession(
      {
        db: requestDb(c),
        tokenKeys: tokenKeys(c.env),
        sessionsPerIp: chatLimits(c.env).sessionsPerIp,
        now: new Date(),
      },
      {
        site,
        pageUrl: input.page_url ?? null,
        referrer: input.referrer ?? null,
        locale: localeOf(input.locale, site),
        visitorId: input.visitor_id ?? null,
        network: networkOf(c),
      },
    );
    return c.json(started, 201);
  },
);

chatRoutes.openapi(
  createRoute({
    method: 'post',
    path: '/api/chat/sessions/{id}/messages',
    tags,
    summary: 'Send a message and stream its turn',
    request: { params: sessionParams, body: jsonBody(messageInput) },
    responses: { 200: eventStream, ...problems(400, 401, 403, 404, 409, 413, 422, 429, 503) },
  }),
  async (c) => askRoom(c, { verb: 'message', message: c.req.valid('json') }),
);

chatRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/chat/sessions/{id}/events',
    tags,
    summary: 'All events after Last-Event-ID, then live',
    request: {
      params: sessionParams,
      headers: z.object({ 'last-event-id': lastEventId }),
    },
    responses: { 200: eventStream, ...problems(401, 403, 404, 422, 429, 503) },
  }),
  async (c) => askRoom(c, { verb: 'events', afterId: c.req.valid('header')['last-event-id'] }),
);

chatRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/api/chat/sessions/{id}/messages',
    tags,
    summary: 'The messages of the session, oldest first',
    request: {
      params: sessionParams,
      query: z.object({
        limit: z.coerce.number().int().min(1).max(MESSAGES_PAGE_MAX).default(50),
        cursor: z.string().max(20).optional(),
      }),
    },
    responses: {
      200: json(
        z.object({ items: z.array(messageView), next_cursor: z.string().nullable() }),
        'A page of messages',
      ),
      ...problems(400, 401, 403, 422, 503),
    },
  }),
  async (c) => {
    const { sessionId, companyId, visitorId, siteId } = await visitorOf(c, c.req.valid('param').id);
    const site = await siteOf(c);
    if (site.siteId !== siteId) throw new AppError('widget_key_invalid');
    const actor = { type: 'visitor' as const, id: visitorId, siteId, sessionId };
    const page = await listMessages(
      { db: requestDb(c), companyId, actor },
      { sessionId, ...c.req.valid('query') },
    );
    return c.json(page, 200);
  },
);

chatRoutes.openapi(
  createRoute({
    method: 'post',
    path: '/api/chat/sessions/{id}/details',
    tags,
    summary: 'Hand in the contact form',
    request: { params: sessionParams, body: jsonBody(detailsInput) },
    responses: {
      200: json(z.object({ saved: z.array(z.string()) }), 'What was taken down'),
      ...problems(400, 401, 403, 404, 422, 429, 503),
    },
  }),
  async (c) => askRoom(c, { verb: 'details', details: c.req.valid('json') }),
);

chatRoutes.openapi(
  createRoute({
    method: 'post',
    path: '/api/chat/sessions/{id}/human',
    tags,
    summary: 'Ask for a person',
    request: { params: sessionParams },
    responses: {
      204: { description: 'Staff have been told' },
      ...problems(401, 403, 404, 429, 503),
    },
  }),
  async (c) => askRoom(c, { verb: 'human' }),
);

type Question = RoomRequest extends infer Asked
  ? Asked extends RoomRequest
    ? Omit<Asked, 'claims' | 'proof' | 'requestId'>
    : never
  : never;

/** Hands the visitor's request to the room of their session. */
async function askRoom(c: Context<AppEnv>, question: Question): Promise<never> {
  const proof = siteProofOf(c);
  const claims = await visitorOf(c, c.req.param('id') ?? '');
  const asked = { ...question, claims, proof, requestId: c.get('requestId') } as RoomRequest;
  if (c.env.SHARED) return (await c.env.SHARED.rooms.ask(asked)) as never;
  const rooms = c.env.CONVERSATION_ROOM;
  const room = rooms.get(rooms.idFromName(roomName(claims)));
  return (await room.fetch(roomRequest(asked) as never)) as never;
}

/** The site of the widget key, when the page may use it. */
async function siteOf(c: Context<AppEnv>): Promise<KnownSite> {
  const proof = siteProofOf(c);
  const site = await findSiteByKey(requestDb(c), proof.widgetKey);
  assertSiteAllows(site, proof);
  if (!site) throw new AppError('widget_key_invalid');
  return site;
}

function configView(site: KnownSite) {
  return {
    name: site.name,
    company_name: site.companyName,
    greeting: site.greeting,
    locale: site.locale,
    accent: site.accent,
    position: site.position,
    consent_text: site.consentText,
    starters: site.starters,
  };
}

/** A visitor's language where the widget speaks it, else the site's. */
function localeOf(asked: string | undefined, site: KnownSite): 'en' | 'es' {
  const language = asked?.slice(0, 2).toLowerCase();
  return language === 'en' || language === 'es' ? language : site.locale;
}
