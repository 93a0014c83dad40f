import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChunkPattern } from './chunk-pattern.ts';

type Chunk = Parameters<ChunkPattern['learn']>[1];

const chunkOf = (text: unknown, more: object = {}, delta: object = {}) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  model: 'gpt-4o-mini',
  choices: [{ index: 0, delta: { content: text, ...delta }, finish_reason: null }],
  usage: null,
  ...more,
});
const asJson = (text: unknown, more?: object, delta?: object) =>
  JSON.stringify(chunkOf(text, more, delta));

function patternOf(data: string): ChunkPattern {
  const pattern = new ChunkPattern();
  const chunk = JSON.parse(data) as Chunk;
  const text = (chunk as { choices?: { delta?: { content?: unknown } }[] }).choices?.[0]?.delta
    ?.content;
  pattern.learn(data, chunk, typeof text === 'string' ? text : '');
  return pattern;
}

test('a chunk that differs in its text only is read by the pattern', () => {
  const pattern = patternOf(asJson('Hello'));
  expect(pattern.textOf(asJson(' there'))).toBe(' there');
  expect(pattern.textOf(asJson(''))).toBe('');
  expect(pattern.textOf(asJson('für 20 €, señor 👋'))).toBe('für 20 €, señor 👋');
});

test('nothing fits before one was learnt', () => {
  expect(new ChunkPattern().textOf(asJson('Hello'))).toBeNull();
});

test('text that JSON writes in another way is left to the parser', () => {
  const pattern = patternOf(asJson('Hello'));
  for (const text of ['say "yes"', 'a\\b', 'line\nbreak', '"', '\u0085']) {
    expect(pattern.textOf(asJson(text))).toBeNull();
  }
  expect(pattern.textOf(asJson('x').replace('"x"', '"\u0001"'))).toBeNull();
});

test('it is learnt from a text that JSON writes in another way too', () => {
  expect(patternOf(asJson('say "yes"\n')).textOf(asJson('no'))).toBe('no');
});

test('a chunk that says anything else does not fit', () => {
  const pattern = patternOf(asJson('Hello'));
  for (const data of [
    asJson('x', { usage: { prompt_tokens: 1 } }),
    asJson('x', { error: { message: 'overloaded' } }),
    asJson('x', { model: 'other' }),
    asJson('x', {}, { tool_calls: [{ index: 0 }] }),
    asJson('x').replace('"finish_reason":null', '"finish_reason":"stop"'),
    asJson(null),
    asJson('x').slice(0, -1),
    `${asJson('x')} `,
    '[DONE]',
    '{}',
    '',
  ]) {
    expect(pattern.textOf(data), data).toBeNull();
  }
});

test('a chunk that tells more than text is no pattern', () => {
  for (const data of [
    asJson('Hello', { usage: { prompt_tokens: 1 } }),
    asJson('Hello', {}, { tool_calls: [{ index: 0 }] }),
    asJson('Hello').replace('"finish_reason":null', '"finish_reason":"stop"'),
    asJson('', {}, { role: 'assistant' }),
    '{"choices":[]}',
    '{}',
  ]) {
    expect(patternOf(data).textOf(data), data).toBeNull();
  }
});

test("a text that stands there twice, or is something else's, is no pattern", () => {
  const twice = asJson('Hello', { echo: { content: 'Hello' } });
  expect(patternOf(twice).textOf(twice)).toBeNull();
  for (const text of ['Hello', '?']) {
    const spaced = asJson(text).replace('"content":', '"content": ');
    const other = `{"echo":{"content":"${text}"},${spaced.slice(1)}`;
    expect(patternOf(other).textOf(other)).toBeNull();
    expect(patternOf(other).textOf(other.replace(text, 'x'))).toBeNull();
  }
});

test("OpenAI's obfuscation may be any, and nothing but letters", () => {
  const pattern = patternOf(asJson('Hello', { obfuscation: 'Xy12' }));
  expect(pattern.textOf(asJson(' there', { obfuscation: '' }))).toBe(' there');
  expect(pattern.textOf(asJson('!', { obfuscation: 'abcdefgh' }))).toBe('!');
  expect(pattern.textOf(asJson('!', { obfuscation: 'a"b' }))).toBeNull();
  expect(pattern.textOf(asJson('!', { obfuscation: 'a', usage: { total: 1 } }))).toBeNull();
  const cut = asJson('!', { obfuscation: '' });
  expect(pattern.textOf(cut.replace('"obfuscation":""}', '"obfuscation":"}'))).toBeNull();
});

test('whatever it reads is what a parser reads', () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom('"', '\\', '"content":"', '"}', ',"obfuscation":"'),
  );
  const text = fc.array(part, { maxLength: 4 }).map((parts) => parts.join(''));
  const more = fc.record({
    obfuscation: fc.option(text, { nil: undefined }),
    tail: fc.option(text),
  });
  const either = fc.tuple(text, more).map(([said, rest]) => asJson(said, rest));
  fc.assert(
    fc.property(either, fc.array(either, { maxLength: 5 }), (first, others) => {
      const pattern = patternOf(first);
      for (const data of [first, ...others]) {
        const read = pattern.textOf(data);
        if (read !== null) expect(read).toBe(JSON.parse(data).choices[0].delta.content);
      }
    }),
    { numRuns: 2_000 },
  );
});
