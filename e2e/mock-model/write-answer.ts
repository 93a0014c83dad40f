import type { ServerResponse } from 'node:http';
import type { MockReply, MockRequest } from './mock-reply.ts';
import { pacer } from './pacer.ts';

export interface Pace {
  firstTokenMs: number;
  tokenMs: number;
  /** What is said when a reply has no text. */
  text: string[];
  /** What the request weighed; its tokens are told by it. */
  promptBytes: number;
}

/** Streams one answer; ends the response, breaks it, or leaves it hanging until the client goes. */
export async function writeAnswer(
  response: ServerResponse,
  request: MockRequest,
  reply: MockReply,
  pace: Pace,
): Promise<void> {
  const send = (data: string) => response.write(`data: ${data}\n\n`);
  const chunk = (delta: unknown, finish: string | null = null) =>
    send(chunkJson(request.model, { choices: [{ index: 0, delta, finish_reason: finish }] }));
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' });
  const pieces = piecesOf(reply, pace);
  const broken = Math.floor(pieces.length / 2);
  const pacing = pacer();
  await pacing.wait(pace.firstTokenMs);
  chunk({ role: 'assistant', content: '' });
  for (const [i, piece] of pieces.entries()) {
    if (i > 0) await pacing.wait(pace.tokenMs);
    if (i === broken) await reply.hold?.then(pacing.restart);
    if (response.destroyed) return;
    if (reply.fault && i === broken && goesWrong(reply.fault, response, send)) return;
    chunk({ content: piece });
  }
  if (pieces.length === 0 && reply.fault && goesWrong(reply.fault, response, send)) return;
  const calls = reply.toolCalls ?? [];
  for (const part of toolCallParts(calls)) chunk({ tool_calls: [part] });
  chunk({}, reply.finish ?? (calls.length ? 'tool_calls' : 'stop'));
  if (request.stream_options?.include_usage && reply.usage !== null) {
    const usage = reply.usage ?? usageOf(pace.promptBytes, pieces.length + calls.length * 20);
    send(chunkJson(request.model, { choices: [], usage }));
  }
  send('[DONE]');
  response.end();
}

function piecesOf({ text, toolCalls }: MockReply, pace: Pace): string[] {
  if (typeof text === 'string') return [text];
  return text ?? (toolCalls ? [] : pace.text);
}

const CUT_AFTER_MS = 20; // what was written must have left the machine first

const PING_MS = 10;

/** Says nothing more, but shows with comments that it is still there. */
function keepOpen(response: ServerResponse): void {
  const pings = setInterval(() => response.write(': processing\n\n'), PING_MS);
  response.on('close', () => clearInterval(pings));
}

/** Does the damage; true when the answer is over with it. */
function goesWrong(
  fault: NonNullable<MockReply['fault']>,
  response: ServerResponse,
  send: (data: string) => void,
): boolean {
  if (fault === 'ping') keepOpen(response);
  if (fault === 'cut') setTimeout(() => response.destroy(), CUT_AFTER_MS);
  if (fault === 'end_early') response.end();
  if (fault === 'malformed') send('{"choices":[{"delta":{"content":"half a ');
  if (fault === 'error_chunk') send('{"error":{"message":"mock overload","type":"server_error"}}');
  if (fault === 'odd_chunks') {
    for (const odd of ['{}', 'null', '7', '{"choices":null}', '{"choices":[{}]}']) send(odd);
    send('{"choices":[{"index":0,"delta":{"content":null,"tool_calls":null}}]}');
    return false;
  }
  return true;
}

/** All calls side by side, their arguments in pieces, as providers send them. */
function toolCallParts(calls: { name: string; args: unknown }[]) {
  const texts = calls.map(({ args }) => (typeof args === 'string' ? args : JSON.stringify(args)));
  const heads = calls.map(({ name }, index) => ({
    index,
    id: `call_${Math.random().toString(36).slice(2, 10)}`,
    type: 'function',
    function: { name, arguments: '' },
  }));
  const half = (text: string) => Math.ceil(text.length / 2);
  const first = texts.map((text, index) => ({
    index,
    function: { arguments: text.slice(0, half(text)) },
  }));
  const rest = texts.map((text, index) => ({
    index,
    function: { arguments: text.slice(half(text)) },
  }));
  return [...heads, ...first, ...rest];
}

function chunkJson(model: string, rest: Record<string, unknown>): string {
  return JSON.stringify({
    id: 'chatcmpl-mock',
    object: 'chat.completion.chunk',
    created: 0,
    model,
    ...rest,
  });
}

function usageOf(promptBytes: number, outputTokens: number) {
  const prompt = Math.ceil(promptBytes / 4);
  return {
    prompt_tokens: prompt,
    completion_tokens: outputTokens,
    total_tokens: prompt + outputTokens,
    prompt_tokens_details: { cached_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 0 },
  };
}
