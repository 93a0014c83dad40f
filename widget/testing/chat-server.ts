import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Message } from '../panel/services/wire.ts';

/** An event as a test tells it; `turn` is the visitor's message that it answers. */
export interface Told {
  id: number;
  event: string;
  data: unknown;
  turn: string | null;
}

export interface ServedSession {
  id: string;
  token: string;
  visitorId: string;
  events: Told[];
  messages: Message[];
  tell(event: string, data: unknown, turn?: string | null): void;
}

interface HeldSession extends ServedSession {
  streams: Set<(event: Told) => void>;
}

type Refusal = { status: number; code: string; headers?: Record<string, string> } | 'drop';

/** What to do with a request before it is answered: refuse, drop the connection, or nothing. */
export type Hook = (
  method: string,
  path: string,
  body: Record<string, string> | null,
) => Refusal | undefined | Promise<Refusal | undefined>;

/** The public chat API as a real server: what it answers is in the hands of the test. */
export async function startChatServer() {
  const sessions = new Map<string, HeldSession>();
  const open = new Set<ServerResponse>();
  const served = {
    origin: '',
    requests: [] as string[],
    started: [] as Record<string, string>[],
    hook: (() => undefined) as Hook,
    /** Called once for every new message of a visitor. */
    onMessage: (_session: ServedSession, _message: Message): void => {},
    latest: () => [...sessions.values()].at(-1) as ServedSession,
    forget: (id: string) => sessions.delete(id),
    /** Cuts every open stream. */
    cut() {
      for (const response of open) response.destroy();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  function begin(about: Record<string, string>): HeldSession {
    served.started.push(about);
    const streams = new Set<(event: Told) => void>();
    const session: HeldSession = {
      id: randomUUID(),
      token: randomUUID(),
      visitorId: about.visitor_id ?? randomUUID(),
      events: [],
      messages: [],
      streams,
      tell(event, data, turn = null) {
        const told = { id: session.events.length + 1, event, data, turn };
        session.events.push(told);
        for (const send of streams) send(told);
      },
    };
    sessions.set(session.id, session);
    return session;
  }

  function stream(
    response: ServerResponse,
    session: HeldSession,
    { after, turn }: { after: number; turn: string | null },
  ) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(': ping\n\n');
    open.add(response);
    const send = (told: Told) => {
      if (told.id <= after || (turn && told.turn !== turn)) return;
      response.write(
        `id: ${told.id}\nevent: ${told.event}\ndata: ${JSON.stringify(told.data)}\n\n`,
      );
      if (turn && (told.event === 'turn.completed' || told.event === 'error')) response.end();
    };
    session.streams.add(send);
    for (const told of session.events) send(told);
    response.on('close', () => {
      session.streams.delete(send);
      open.delete(response);
    });
  }

  function accept(session: HeldSession, { id = '', text = '' }) {
    if (session.messages.some((message) => message.id === id)) return;
    const message: Message = { id, role: 'visitor', text, created_at: new Date().toISOString() };
    session.messages.push(message);
    session.tell('message', { message });
    queueMicrotask(() => served.onMessage(session, message));
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '', 'http://chat');
    const method = request.method ?? 'GET';
    const path = url.pathname.replace('/api/chat/', '');
    const text = (await request.toArray()).join('');
    const body = text ? (JSON.parse(text) as Record<string, string>) : null;
    const json = (value: unknown, status = 200, headers = {}) =>
      response
        .writeHead(status, { 'Content-Type': 'application/json', ...headers })
        .end(JSON.stringify(value));
    const [, id = '', verb] = /^sessions\/([^/]+)\/(\w+)/.exec(path) ?? [];
    const after = Number(request.headers['last-event-id'] ?? 0);
    served.requests.push(`${method} ${verb ?? path}${verb === 'events' ? ` after ${after}` : ''}`);

    const refused = await served.hook(method, verb ?? path, body);
    if (refused === 'drop') return request.socket.destroy();
    if (refused) return json({ code: refused.code, title: 'no' }, refused.status, refused.headers);
    if (path === 'config') return json(CONFIG);
    if (path === 'sessions') {
      const { id, token, visitorId } = begin(body ?? {});
      const session = {
        id,
        status: 'open',
        last_event_id: 0,
        created_at: new Date().toISOString(),
      };
      return json({ session, visitor_id: visitorId, visitor_token: token, messages: [] }, 201);
    }
    const session = sessions.get(id);
    if (!session || request.headers.authorization !== `Bearer ${session.token}`)
      return json({ code: 'visitor_token_invalid' }, 401);
    if (verb === 'details') return json({ saved: Object.keys(body ?? {}) });
    if (verb === 'human') return response.writeHead(204).end();
    if (verb === 'events') return stream(response, session, { after, turn: null });
    if (method === 'POST' && body) {
      accept(session, body);
      return stream(response, session, { after: 0, turn: body.id ?? '' });
    }
    const from = Number(url.searchParams.get('cursor') ?? 0);
    const items = session.messages.slice(from, from + PAGE);
    const more = session.messages.length > from + PAGE;
    return json({ items, next_cursor: more ? `${from + PAGE}` : null });
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  served.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return served;
}

export type ChatServer = Awaited<ReturnType<typeof startChatServer>>;

const PAGE = 3; // small, so that tests meet a second page

const CONFIG = {
  site: {
    name: 'Main',
    company_name: 'Rivera Hardscapes',
    greeting: 'What would you like to build?',
    locale: 'en',
    accent: '#a4472a',
    position: 'right',
    consent_text: null,
    starters: ['How much is a patio?'],
  },
  assistant: 'guided',
};
