import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../errors.ts';
import type { AppEnv } from './app-env.ts';
import { checkBody } from './check-body.ts';

const app = new Hono<AppEnv>();
app.onError((error, c) => c.text(error instanceof AppError ? error.code : String(error), 400));
app.use(checkBody(1_000));
app.all('/', async (c) => {
  const got = c.req.raw.body ? await c.req.json() : null;
  return c.json({ got, type: c.req.header('Content-Type') ?? null });
});

app.all('/text', async (c) => c.text(await c.req.text()));

const post = (body: RequestInit['body'], headers = {}) =>
  app.request('/', { method: 'POST', body: body ?? null, headers });

describe('a body', () => {
  test('passes as it was sent', async () => {
    const response = await post('{"a":"ünïcode \\\\u0000"}');
    expect(await response.json()).toMatchObject({ got: { a: 'ünïcode \\u0000' } });
  });

  test('is what it says, whatever it says it is', async () => {
    const types = ['text/plain', 'multipart/form-data', 'application/json-seq'];
    for (const type of ['application/json; charset=utf-8', ...types]) {
      const response = await post('{"a":[1]}', { 'Content-Type': type });
      expect(await response.json()).toMatchObject({
        got: { a: [1] },
        type: expect.stringMatching(/^application\/json(?:;|$)/),
      });
    }
  });

  test('can be had as text as well', async () => {
    const body = ' {"a" : 1}';
    const headers = { 'Content-Type': 'application/json' };
    const response = await app.request('/text', { method: 'POST', body, headers });
    expect(await response.text()).toBe(body);
  });

  test.each([undefined, '', ' \n'])('may be missing: %j', async (body) => {
    const response = await post(body, { 'Content-Type': 'application/json' });
    expect(await response.json()).toEqual({ got: null, type: null });
  });

  test('may hold what looks like half a pair and is none', async () => {
    const response = await post('{"a":"\\ud83d\\ude00 \\\\ud83d"}');
    expect(await response.json()).toEqual({ got: { a: '😀 \\ud83d' }, type: 'application/json' });
  });

  test.each([
    ['not JSON', '{"a":', 'body_not_json'],
    ['not UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 'body_not_utf8'],
    ['a NUL as it is', '{"a":"x\0y"}', 'body_nul_byte'],
    ['a NUL as an escape', '{"a":"x\\u0000y"}', 'body_nul_byte'],
    ['a NUL after an escaped backslash', '{"a":"x\\\\\\u0000y"}', 'body_nul_byte'],
    ['half a surrogate pair', '{"a":["\\uD83D x"]}', 'body_not_utf8'],
    ['half a surrogate pair as a name', '{"\\ude00":1}', 'body_not_utf8'],
    ['too large', `"${'x'.repeat(2_000)}"`, 'body_too_large'],
  ])('is refused when it is %s', async (_name, body, code) => {
    expect(await (await post(body)).text()).toBe(code);
  });

  test('may say how long it is, and is counted all the same', async () => {
    const short = await post('{"a":1}', { 'Content-Length': '7' });
    expect(await short.json()).toMatchObject({ got: { a: 1 } });
    const long = await post(`"${'x'.repeat(2_000)}"`, { 'Content-Length': '7' });
    expect(await long.text()).toBe('body_too_large');
  });

  test('is refused when it ends before its end', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error('Network connection lost.')),
    });
    const init = { method: 'POST', body: broken, duplex: 'half' } as RequestInit;
    const response = await app.request(new Request('http://x/', init));
    expect(await response.text()).toBe('body_not_json');
  });

  test('is refused when it streams on beyond the limit', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1_000_000;
        controller.enqueue(new Uint8Array(1_000_000).fill(0x20));
      },
    });
    const request = new Request('http://x/', {
      method: 'POST',
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect(await (await app.request(request)).text()).toBe('body_too_large');
    expect(sent).toBeLessThan(30_000_000);
  });
});
