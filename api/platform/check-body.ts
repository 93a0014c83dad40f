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
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size <= maxBytes) chunks.push(part.value);
    if (size > DRAINED_BYTES_MAX) break;
  }
  await reader?.cancel();
  if (size > maxBytes) {
    throw new AppError('body_too_large', { detail: `At most ${maxBytes} bytes are accepted.` });
  }
  return joined(chunks, size);
}

// A client that is still sending does not read: what is too large is thrown away up to here, so that it
// hears why.
const DRAINED_BYTES_MAX = 20_000_000;

function joined(chunks: Uint8Array[], size: number): Uint8Array {
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
