import { DurableObject } from 'cloudflare:workers';
import { Hono } from 'hono';
import { ConnectionPool } from './connection-pool.ts';

interface Env {
  HOST: {
    idFromName(name: string): unknown;
    get(id: unknown): { fetch(request: Request): Promise<Response> };
  };
  HYPERDRIVE: { connectionString: string };
  MODEL_URL: string;
}

const CONNECTIONS = 6;

/**
 * The least that a chat on Workers can be: a few kept connections, an insert for the session, two for
 * a message, the model's stream passed on as it comes. Deliberately absent: authorization, limits,
 * ledger, resume. A socket belongs to the object that opened it, so one object serves all requests.
 */
export class BareHost extends DurableObject<Env> {
  private readonly pool = new ConnectionPool(this.env.HYPERDRIVE.connectionString, CONNECTIONS);

  override async fetch(request: Request): Promise<Response> {
    const session = /^\/sessions\/([\w-]+)\/messages$/.exec(new URL(request.url).pathname)?.[1];
    return session ? this.answer(session, await request.json()) : this.start();
  }

  private async start(): Promise<Response> {
    const id = crypto.randomUUID();
    await this.pool.run((sql) => sql`insert into sessions (id) values (${id})`);
    return Response.json({ id }, { status: 201 });
  }

  private async answer(session: string, { text }: { text: string }): Promise<Response> {
    await this.save(session, 'visitor', text);
    const upstream = await fetch(`${this.env.MODEL_URL}/chat/completions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: 'Bearer bench' },
      body: JSON.stringify({
        model: 'gpt-4o-mini',
        stream: true,
        stream_options: { include_usage: true },
        messages: [{ role: 'user', content: text }],
      }),
    });
    if (!upstream.body) throw new Error('the model sent no body');
    const [shown, kept] = upstream.body.tee();
    const saved = readAll(kept).then((answer) => this.save(session, 'assistant', answer));
    this.ctx.waitUntil(saved);
    return new Response(shown, { headers: { 'Content-Type': 'text/event-stream' } });
  }

  private save(session: string, role: string, text: string): Promise<unknown> {
    return this.pool.run(
      (sql) =>
        sql`insert into messages (session_id, role, text) values (${session}, ${role}, ${text})`,
    );
  }
}

async function readAll(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
  }
  return text;
}

const app = new Hono<{ Bindings: Env }>();
const toHost = (env: Env, request: Request) =>
  env.HOST.get(env.HOST.idFromName('host')).fetch(request);
app.post('/sessions', (c) => toHost(c.env, c.req.raw));
app.post('/sessions/:id/messages', (c) => toHost(c.env, c.req.raw));

export default app;
