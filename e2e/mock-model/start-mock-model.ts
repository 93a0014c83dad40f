import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type MockReply, type MockRequest, mockText, replyByMessage } from './mock-reply.ts';
import { writeAnswer } from './write-answer.ts';

export interface MockModelOptions {
  /** Milliseconds until the first token, and between tokens. */
  firstTokenMs?: number;
  tokenMs?: number;
  /** Pieces of an answer whose text is not scripted. */
  tokens?: number;
  /** A queue of replies (then as without a script), or a choice for each request. */
  script?: MockReply[] | ((request: MockRequest) => MockReply);
  /** Any free port unless given. */
  port?: number;
}

export interface MockModel {
  /** For OPENAI_BASE_URL. */
  baseUrl: string;
  /** The latest requests, oldest first. */
  requests: MockRequest[];
  /** Connections on which an answer is under way. */
  open(): number;
  enqueue(...replies: MockReply[]): void;
  close(): Promise<void>;
}

const REQUESTS_KEPT = 100; // a bench makes many

/** A server that speaks OpenAI's chat completions as a stream, and fails in all the ways a real one does. */
export async function startMockModel(options: MockModelOptions = {}): Promise<MockModel> {
  const { firstTokenMs = 0, tokenMs = 0, tokens = 12, script, port = 0 } = options;
  const pace = { firstTokenMs, tokenMs, text: mockText(tokens) };
  const queue = Array.isArray(script) ? [...script] : [];
  const choose = typeof script === 'function' ? script : replyByMessage;
  const requests: MockRequest[] = [];
  const open = new Set<ServerResponse>();
  const server = createServer(async (incoming, response) => {
    const body = await readBody(incoming);
    const request = parsed(body);
    if (!request) return respond(response, 400, { error: { message: 'not a chat completion' } });
    requests.push(request);
    if (requests.length > REQUESTS_KEPT) requests.shift();
    const reply = queue.shift() ?? choose(request);
    if (reply.status)
      return respond(response, reply.status, providerError(reply.status), reply.headers);
    open.add(response);
    response.on('close', () => open.delete(response));
    await writeAnswer(response, request, reply, { ...pace, promptBytes: body.length });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    requests,
    open: () => open.size,
    enqueue: (...replies) => void queue.push(...replies),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Empty where it is no chat completion. */
async function readBody(incoming: IncomingMessage): Promise<string> {
  if (incoming.method !== 'POST' || !incoming.url?.endsWith('/chat/completions')) return '';
  let body = '';
  incoming.setEncoding('utf8');
  for await (const piece of incoming) body += piece;
  return body;
}

function parsed(body: string): MockRequest | null {
  try {
    return JSON.parse(body) as MockRequest;
  } catch {
    return null;
  }
}

function respond(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

const providerError = (status: number) => ({
  error: {
    message: `mock ${status}`,
    type: status === 429 ? 'rate_limit_exceeded' : 'server_error',
  },
});
