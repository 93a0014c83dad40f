import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { ChunkPattern } from './chunk-pattern.ts';
import { ModelCall } from './model-call.ts';
import { MODEL_LIMITS } from './model-limits.ts';
import type { BuiltRequest } from './send-request.ts';

afterEach(() => void vi.restoreAllMocks());

/** What a call of a server that sends these chunks comes to, times apart. */
async function callOf(chunks: string[]) {
  const body = [...chunks, '[DONE]'].map((data) => `data: ${data}\n\n`).join('');
  const url = `data:text/event-stream;base64,${Buffer.from(body).toString('base64')}`;
  const call = new ModelCall();
  const said: string[] = [];
  await call.run(Promise.resolve({ url, req: {} } as BuiltRequest), {
    provider: { closes: false, preamble: 0 },
    limits: MODEL_LIMITS,
    signal: new AbortController().signal,
    say: (text) => void said.push(text),
  });
  const { latencyMs: _, firstTokenMs, ...result } = call.result(7);
  const { text, retryable, sawToken } = call;
  const calls = call.toolCalls();
  const wasTimed = firstTokenMs !== null;
  return { ...result, text, said: said.join(''), retryable, sawToken, wasTimed, calls };
}

type Shape = (delta: object, finish: string | null, nonce: string) => object;

const choice = (delta: object, finish: string | null) => ({
  index: 0,
  delta,
  finish_reason: finish,
});
const usage = { prompt_tokens: 9, completion_tokens: 4, total_tokens: 13 };
const head = { id: 'c-1', object: 'chat.completion.chunk', created: 1, model: 'm-1' };
const filtered = { hate: { filtered: false, severity: 'safe' } };

/** How servers write a chunk: what stands around the text, in which order, and what changes with each. */
const SHAPES: Record<string, Shape> = {
  openai: (delta, finish) => ({ ...head, choices: [choice(delta, finish)], usage: null }),
  obfuscated: (delta, finish, obfuscation) => ({
    ...head,
    choices: [choice(delta, finish)],
    usage: null,
    obfuscation,
  }),
  azure: (delta, finish) => ({
    choices: [{ content_filter_results: filtered, ...choice(delta, finish), logprobs: null }],
    ...head,
  }),
  mistral: (delta, finish, p) => ({ ...head, choices: [choice(delta, finish)], p }),
  groq: (delta, finish, id) => ({ ...head, choices: [choice(delta, finish)], x_groq: { id } }),
  'llama.cpp': (delta, finish, n) => ({
    choices: [{ finish_reason: finish, index: 0, delta }],
    ...head,
    timings: { predicted_n: n.length },
  }),
  vllm: (delta, finish) => ({
    ...head,
    choices: [{ ...choice({ ...delta, tool_calls: [] }, finish), stop_reason: null }],
  }),
  'usage in each': (delta, finish) => ({ ...head, choices: [choice(delta, finish)], usage }),
  echoing: (delta, finish, nonce) => ({
    echo: { content: nonce },
    ...head,
    choices: [choice(delta, finish)],
    error: null,
  }),
  bare: (delta, finish) => ({ choices: [{ delta, finish_reason: finish ?? undefined }] }),
};

const text = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
  fc.constantFrom(
    '?',
    '"',
    '\\',
    '\n',
    '"content":"',
    '","obfuscation":"',
    '"}',
    '',
    '\u2028',
    '\x7f',
  ),
);
const toolPart = fc.record({
  index: fc.nat(1),
  id: fc.constantFrom('call_a', 'call_b'),
  function: fc.record({ name: fc.constantFrom('get_quote', ''), arguments: text }),
});
const delta = fc.oneof(
  { weight: 12, arbitrary: fc.record({ content: text }) },
  fc.record({ role: fc.constant('assistant'), content: fc.option(text) }),
  fc.record({ content: fc.constant(null), tool_calls: fc.array(toolPart, { maxLength: 2 }) }),
  fc.record({ content: text, tool_calls: fc.array(toolPart, { maxLength: 2 }) }),
  fc.record({ content: text, refusal: fc.constant(null), reasoning_content: text }),
  fc.constant({}),
);
const finish = fc.option(fc.constantFrom('stop', 'tool_calls', ''), { freq: 19 });
const nonce = fc.oneof({ weight: 6, arbitrary: fc.constantFrom('', 'a') }, text);
const spaced = (json: string) => json.replaceAll('":', '": ').replaceAll(',"', ', "');

const stream = fc
  .record({
    shape: fc.constantFrom(...Object.values(SHAPES)),
    chunks: fc.array(fc.tuple(delta, finish, nonce), { minLength: 4, maxLength: 12 }),
    empty: fc.boolean(),
    last: fc.boolean(),
    write: fc.constantFrom((json: string) => json, spaced),
    odd: fc.option(fc.constantFrom('{}', 'null', '{"choices":null}', '{"error":"no"}', '{"choi'), {
      freq: 1,
    }),
    at: fc.nat(12),
  })
  .map(({ shape, chunks, empty, last, write, odd, at }) => {
    const written = chunks.map((chunk) => JSON.stringify(shape(...chunk)));
    if (empty) written.unshift(JSON.stringify({ choices: [], prompt_filter_results: [] }));
    if (odd !== null && at < written.length) written.splice(at, 0, odd);
    if (last) written.push(JSON.stringify({ ...head, model: 'm-2', choices: [], usage }));
    return written.map(write);
  });

test('a call comes to the same, whatever of its stream is read by comparing', async () => {
  await fc.assert(
    fc.asyncProperty(stream, async (chunks) => {
      const compared = await callOf(chunks);
      const textOf = vi.spyOn(ChunkPattern.prototype, 'textOf').mockReturnValue(null);
      expect(compared).toEqual(await callOf(chunks));
      textOf.mockRestore();
    }),
    { numRuns: 400 },
  );
});
