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

export type Api = ReturnType<typeof createApi>;

/** The public chat API. Every call rejects with a Problem. */
export function createApi(origin: string, key: string) {
  async function call(
    path: string,
    session?: Credentials,
    body?: unknown,
    init: { signal?: AbortSignal; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const headers: Record<string, string> = { 'X-Widget-Key': key, ...init.headers };
    if (session) headers.Authorization = `Bearer ${session.token}`;
    if (body) headers['Content-Type'] = 'application/json';
    const response = await fetch(`${origin}/api/chat/${path}`, {
      method: body ? 'POST' : 'GET',
      headers,
      credentials: 'omit',
      cache: 'no-store',
      ...(body ? { body: JSON.stringify(body) } : {}),
      ...(init.signal ? { signal: init.signal } : {}),
    }).catch(() => {
      throw new Problem(0);
    });
    if (!response.ok) throw await readProblem(response);
    return response;
  }
  const of = (session: Credentials, rest: string) => `sessions/${session.id}/${rest}`;

  return {
    async config(): Promise<SiteConfig> {
      return (await call('config')).json();
    },
    async startSession(about: {
      page_url: string;
      referrer?: string;
      locale: string;
      visitor_id?: string;
    }): Promise<SessionStart> {
      return (await call('sessions', undefined, about)).json();
    },
    async messages(session: Credentials, cursor?: string | null): Promise<MessagePage> {
      const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
      return (await call(of(session, `messages${query}`), session)).json();
    },
    send(session: Credentials, id: string, text: string, signal: AbortSignal) {
      return call(of(session, 'messages'), session, { id, text }, { signal });
    },
    events(session: Credentials, lastEventId: number, signal: AbortSignal) {
      const headers = { 'Last-Event-ID': `${lastEventId}` };
      return call(of(session, 'events'), session, undefined, { signal, headers });
    },
    async saveDetails(
      session: Credentials,
      details: Partial<Record<DetailField, string>>,
    ): Promise<{ saved: DetailField[] }> {
      return (await call(of(session, 'details'), session, details)).json();
    },
    async requestHuman(session: Credentials): Promise<void> {
      await call(of(session, 'human'), session, {});
    },
  };
}
