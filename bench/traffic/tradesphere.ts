import { type HttpAnswer, HttpClient } from './http-client.ts';
import { type Chat, type System, SystemError } from './system.ts';

const FIRST_TOKEN = Buffer.from('event: text');
const TURN_OVER = Buffer.from('event: turn.completed');

/** What a visitor can do besides waiting for the answer. */
export interface TradeSphereChat extends Chat {
  /** Sends a message and closes the connection at the first token. @returns what came until then */
  abandon(text: string): Promise<Abandoned>;
  /** Reads the events that were missed until the turn is over. @throws SystemError unless the text is whole */
  resume(left: Abandoned): Promise<void>;
}

interface Abandoned {
  lastEventId: number;
  /** The text up to that event. */
  text: string;
}

export interface TradeSphere extends System {
  open(): Promise<TradeSphereChat>;
}

/** TradeSphere as the widget uses it. */
export function tradesphere(url: string, expected: string): TradeSphere {
  const client = new HttpClient(url);
  let visitors = 0;
  return {
    name: 'TradeSphere',
    async open() {
      const headers = {
        'Content-Type': 'application/json',
        'X-Widget-Key': 'pk_demo_rivera',
        'CF-Connecting-IP': addressOf(visitors++),
      };
      const opened = await client.send({ path: '/api/chat/sessions', headers, body: '{}' });
      if (opened.status !== 201) throw new SystemError(`session ${problemOf(opened)}`);
      const { session, visitor_token: token } = JSON.parse(opened.body);
      const authorized = { ...headers, Authorization: `Bearer ${token}` };
      return chatOf(client, `/api/chat/sessions/${session.id}`, authorized, expected);
    },
    close: () => client.close(),
  };
}

function chatOf(
  client: HttpClient,
  path: string,
  headers: Record<string, string>,
  expected: string,
): TradeSphereChat {
  const message = (text: string) => ({
    path: `${path}/messages`,
    headers,
    body: JSON.stringify({ id: crypto.randomUUID(), text }),
    marker: FIRST_TOKEN,
  });
  return {
    async send(text) {
      const answer = await client.send(message(text));
      if (answer.status !== 200) throw new SystemError(problemOf(answer));
      if (answer.markerMs === null || textOf(answer.body) !== expected) {
        throw new SystemError(streamFailure(answer.body));
      }
      return answer.markerMs;
    },
    async abandon(text) {
      const answer = await client.send({ ...message(text), leaveAtMarker: true });
      if (answer.status !== 200) throw new SystemError(problemOf(answer));
      const whole = answer.body.slice(0, answer.body.lastIndexOf('\n\n') + 2);
      return { lastEventId: lastEventId(whole), text: textOf(whole) };
    },
    async resume(left) {
      const answer = await client.send({
        method: 'GET',
        path: `${path}/events`,
        headers: { ...headers, 'Last-Event-ID': String(left.lastEventId) },
        until: TURN_OVER,
      });
      if (answer.status !== 200) throw new SystemError(`resume ${problemOf(answer)}`);
      if (left.text + textOf(answer.body) !== expected) throw new SystemError('resume: wrong text');
    },
  };
}

/** Visitors come from addresses of their own, as far as the deployment believes the header. */
function addressOf(visitor: number): string {
  return `10.${(visitor >> 16) & 255}.${(visitor >> 8) & 255}.${visitor & 255}`;
}

function textOf(raw: string): string {
  const deltas = raw.matchAll(/^event: text\ndata: (.*)$/gm);
  return [...deltas].map(([, data]) => JSON.parse(data ?? '').delta).join('');
}

function lastEventId(raw: string): number {
  return Number([...raw.matchAll(/^id: (\d+)$/gm)].at(-1)?.[1] ?? 0);
}

function problemOf({ status, body }: HttpAnswer): string {
  const code = /"code":"(\w+)"/.exec(body)?.[1];
  return code ? `${status} ${code}` : String(status);
}

function streamFailure(raw: string): string {
  const code = /^event: error\ndata: .*"code":"(\w+)"/m.exec(raw)?.[1];
  return code ? `in stream: ${code}` : 'wrong text';
}
