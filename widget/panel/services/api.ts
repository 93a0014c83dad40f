import { Problem, readProblem } from './problem.ts';
import type { DetailField, Message, SessionStart, SiteConfig } from './wire.ts';

/** What authorises a visitor on one chat session. */
export interface Credentials {
  id: string;
  token: string;
}

export interface MessagePage {
  items: Message[];
  next_cursor: string | null;
}

export interface SessionAbout {
  page_url: string;
  /** Empty where the visitor came from nowhere. */
  referrer: string;
  locale: string;
  visitor_id?: string;
}

export type Api = ReturnType<typeof createApi>;

interface Request {
  session?: Credentials;
  body?: object;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

const RETRIES = 3; // of a server that has too much to do: about ten seconds in all
const RETRY_SPREAD_MS = 500; // so that those who were refused together do not come back together

/** The public chat API. Waits by itself where the server says for how long; else rejects with a Problem. */
export function createApi(origin: string, key: string) {
  async function call(path: string, request: Request = {}, retries = RETRIES): Promise<Response> {
    const { session, body, headers, signal } = request;
    const response = await fetch(`${origin}/api/chat/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        'X-Widget-Key': key,
        ...(session && { Authorization: `Bearer ${session.token}` }),
        ...(body && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      credentials: 'omit',
      body: JSON.stringify(body),
      signal,
    }).catch(() => {
      throw new Problem(0);
    });
    if (response.ok) return response;
    const problem = await readProblem(response);
    const { status, retryAfter } = problem;
    if (status !== 503 || !retryAfter || !retries) throw problem;
    await new Promise((resolve) =>
      setTimeout(resolve, retryAfter * 1_000 + Math.random() * RETRY_SPREAD_MS),
    );
    return call(path, request, retries - 1);
  }
  const json = async <T>(path: string, request?: Request): Promise<T> =>
    (await call(path, request)).json();
  const of = (session: Credentials, rest: string) => `sessions/${session.id}/${rest}`;

  return {
    config: () => json<SiteConfig>('config'),
    startSession: (body: SessionAbout) => json<SessionStart>('sessions', { body }),
    messages: (session: Credentials, cursor = '') =>
      json<MessagePage>(of(session, `messages?limit=100${cursor && `&cursor=${cursor}`}`), {
        session,
      }),
    send: (session: Credentials, body: { id: string; text: string }, signal: AbortSignal) =>
      call(of(session, 'messages'), { session, body, signal }),
    events: (session: Credentials, lastEventId: number, signal: AbortSignal) =>
      call(of(session, 'events'), {
        session,
        signal,
        headers: { 'Last-Event-ID': `${lastEventId}` },
      }),
    saveDetails: (session: Credentials, body: Partial<Record<DetailField, string>>) =>
      json<{ saved: DetailField[] }>(of(session, 'details'), { session, body }),
    requestHuman: (session: Credentials) => call(of(session, 'human'), { session, body: {} }),
  };
}
