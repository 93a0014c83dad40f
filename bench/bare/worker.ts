import { DurableObject } from 'cloudflare:workers';
import { Hono } from 'hono';
import postgres from 'postgres';

interface Env {
  ROOM: {
    idFromName(name: string): unknown;
    get(id: unknown): { fetch(request: Request): Response };
  };
  HYPERDRIVE: { connectionString: string };
  MODEL_URL: string;
}

/**
 * The least that a chat on Workers can be: a kept connection, two inserts, the model's stream handed
 * through as it comes. No sessions, no limits, no ledger, no resume: what is measured against.
 */
export class BareRoom extends DurableObject<Env> {
  private sql: postgres.Sql | null = null;

  override async fetch(request: Request): Promise<Response> {
    const { session, text } = (await request.json()) as { session: string; text: string };
    this.sql ??= postgres(this.env.HYPERDRIVE.connectionString, { max: 1, fetch_types: false });
    const { sql } = this;
    await sql`insert into bare_messages (session, role, text) values (${session}, 'visitor', ${text})`;
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
    this.ctx.waitUntil(
      readAnswer(kept).then(
        (answer) =>
          sql`insert into bare_messages (session, role, text) values (${session}, 'assistant', ${answer})`,
      ),
    );
    return new Response(shown, { headers: { 'Content-Type': 'text/event-stream' } });
  }
}

async function readAnswer(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
  }
  return text;
}

const app = new Hono<{ Bindings: Env }>();
app.post('/chat/:session', (c) => {
  const room = c.env.ROOM.get(c.env.ROOM.idFromName(c.req.param('session')));
  return room.fetch(c.req.raw);
});

export default app;
