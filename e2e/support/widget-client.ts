import { newId } from '../../api/platform/ids.ts';

/** An event as it came over the wire. */
export interface WireEvent {
  id: number;
  event: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects and fails where it is not
  data: any;
}

/** A message as the list of a session's messages tells it. */
interface WireMessage {
  id: string;
  role: string;
  text: string;
  quote_ids: string[];
  assistant: 'model' | 'guided' | null;
}

interface Session {
  id: string;
  token: string;
  visitorId: string;
}

/** Speaks the widget's API like a widget, against a served Worker. */
export class WidgetClient {
  readonly url: string;
  readonly headers: Record<string, string>;
  session: Session = { id: '', token: '', visitorId: '' };

  constructor(url: string, key = 'pk_demo_rivera', headers: Record<string, string> = {}) {
    this.url = url;
    this.headers = { 'X-Widget-Key': key, 'Content-Type': 'application/json', ...headers };
  }

  async start(input: object = {}): Promise<this> {
    const response = await this.post('/api/chat/sessions', input);
    if (response.status !== 201) throw new Error(`no session: ${await response.text()}`);
    const body = await response.json();
    this.session = { id: body.session.id, token: body.visitor_token, visitorId: body.visitor_id };
    return this;
  }

  /** The same visitor in another tab, or on another server. */
  again(url = this.url): WidgetClient {
    const other = new WidgetClient(url, this.headers['X-Widget-Key'], this.headers);
    other.session = this.session;
    return other;
  }

  /** The path of the session's `what`. */
  path = (what: string): string => `/api/chat/sessions/${this.session.id}/${what}`;

  request(path: string, init: RequestInit = {}): Promise<Response> {
    const token = this.session.token;
    const auth: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {};
    const headers = { ...this.headers, ...auth, ...(init.headers as Record<string, string>) };
    return fetch(`${this.url}${path}`, { ...init, headers });
  }

  post(path: string, body: unknown, init: RequestInit = {}): Promise<Response> {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    return this.request(path, {
      ...init,
      method: 'POST',
      body: (raw ? body : JSON.stringify(body)) as BodyInit,
    });
  }

  send(text: string, id = newId(), init: RequestInit = {}): Promise<Response> {
    return this.post(this.path('messages'), { id, text }, init);
  }

  /** Sends a message and resolves with the events of its turn. */
  async say(text: string, id = newId()): Promise<WireEvent[]> {
    const response = await this.send(text, id);
    if (response.status !== 200) throw new Error(await response.text());
    return readEvents(response);
  }

  /** The session's events after an id, until `enough` says so. */
  async events(afterId: number, enough: (events: WireEvent[]) => boolean): Promise<WireEvent[]> {
    const response = await this.request(this.path('events'), {
      headers: { 'Last-Event-ID': String(afterId) },
    });
    if (response.status !== 200) throw new Error(await response.text());
    return readEvents(response, enough);
  }

  async messages(): Promise<WireMessage[]> {
    return (await (await this.request(this.path('messages'))).json()).items;
  }
}

/** Reads along without waiting: `events` grows, until the stream ends or breaks. */
export function follow(response: Response): { events: WireEvent[]; ended: Promise<unknown> } {
  const followed: { events: WireEvent[]; ended: Promise<unknown> } = {
    events: [],
    ended: Promise.resolve(),
  };
  followed.ended = readEvents(response, (events) => {
    followed.events = events;
    return false;
  }).catch(() => {});
  return followed;
}

/** Whether a turn is over, one way or the other. */
export const isOver = (events: WireEvent[]): boolean =>
  /^(turn\.completed|error)$/.test(events.at(-1)?.event ?? '');

/** Reads server-sent events to the end of the stream, or until there are enough of them. */
export async function readEvents(
  response: Response,
  enough: (events: WireEvent[]) => boolean = () => false,
): Promise<WireEvent[]> {
  const events: WireEvent[] = [];
  let text = '';
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    text += part.value;
    const frames = text.split('\n\n');
    text = frames.pop() ?? '';
    events.push(...frames.filter((one) => !one.startsWith(':')).map(parseFrame));
    if (enough(events)) {
      await reader?.cancel();
      break;
    }
  }
  return events;
}

function parseFrame(frame: string): WireEvent {
  const [id, event, data] = frame.split('\n').map((line) => line.slice(line.indexOf(': ') + 2));
  return { id: Number(id), event: event ?? '', data: JSON.parse(data ?? '') };
}

/** The text that the deltas make. */
export const joined = (events: WireEvent[]): string =>
  events.map(({ event, data }) => (event === 'text' ? data.delta : '')).join('');
