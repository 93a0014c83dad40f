import { createMiddleware } from 'hono/factory';
import { AppError } from '../errors.ts';
import type { AppEnv } from './http.ts';

const NUL = /(?:^|[^\\])(?:\\\\)*\\u0000/;

/**
 * Reads a body once, before any route does: at most `maxBytes`, valid UTF-8, valid JSON, no NUL (which
 * Postgres cannot store). Each fault is an error of its own.
 */
export function checkBody(maxBytes: number) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const { raw } = c.req;
    if (!raw.body || raw.method === 'GET' || raw.method === 'HEAD') return next();
    const text = decode(await readCapped(raw, maxBytes));
    if (text.trim() !== '') {
      parse(text);
      if (text.includes('\0') || NUL.test(text)) throw new AppError('body_nul_byte');
    }
    const headers = new Headers(raw.headers);
    headers.set('Content-Type', 'application/json');
    c.req.raw = new Request(raw.url, { method: raw.method, headers, body: text });
    return next();
  });
}

async function readCapped(request: Request, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new AppError('body_too_large', { detail: `At most ${maxBytes} bytes are accepted.` });
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      throw tooLarge();
    }
    chunks.push(part.value);
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AppError('body_not_utf8');
  }
}

function parse(text: string): void {
  try {
    JSON.parse(text);
  } catch {
    throw new AppError('body_not_json');
  }
}
