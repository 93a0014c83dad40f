import { createMiddleware } from 'hono/factory';
import { AppError } from '../../errors.ts';
import type { AppEnv } from './app-env.ts';

const NUL = /(?:^|[^\\])(?:\\\\)*\\u0000/;
const SURROGATE = /(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/i;

/**
 * Reads a body once, before any route does: at most `maxBytes`, valid UTF-8, valid JSON, no NUL and no half
 * of a surrogate pair (which Postgres cannot store). Each fault is an error of its own. An empty body is
 * none: what the route needs of it is missing.
 */
export function checkBody(maxBytes: number) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const { raw } = c.req;
    if (raw.method === 'GET' || raw.method === 'HEAD') return next();
    if (!raw.body && !raw.headers.has('Content-Type')) return next();
    const bytes = await readCapped(raw, maxBytes).catch(refuseCutOff);
    const text = decode(bytes);
    const body = text.trim() === '' ? null : text;
    const parsed = body && readJson(body);
    if (body && isJson(raw)) {
      // As it was read: hono would wait for the body again, and parse it again.
      Object.assign(c.req.bodyCache, {
        text: Promise.resolve(body),
        json: Promise.resolve(parsed),
      });
      return next();
    }
    const headers = new Headers(raw.headers);
    headers.delete('Content-Type');
    if (body) headers.set('Content-Type', 'application/json');
    c.req.raw = new Request(raw.url, { method: raw.method, headers, body });
    return next();
  });
}

async function readCapped(request: Request, maxBytes: number): Promise<Uint8Array> {
  const declared = Number(request.headers.get('Content-Length') ?? Number.NaN);
  // A body that says how long it is can be had in one piece, which costs a fraction.
  const bytes =
    declared <= maxBytes
      ? new Uint8Array(await request.arrayBuffer())
      : await readCounting(request, maxBytes);
  if (bytes === null || bytes.byteLength > maxBytes) {
    throw new AppError('body_too_large', { detail: `At most ${maxBytes} bytes are accepted.` });
  }
  return bytes;
}

/** A client that disconnects in the middle of its body reads no response, and there is nothing to log. */
function refuseCutOff(error: unknown): never {
  if (error instanceof AppError) throw error;
  throw new AppError('body_not_json', { detail: 'The connection ended before the body did.' });
}

/** The body as it comes; null when it is too large. */
async function readCounting(request: Request, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size <= maxBytes) chunks.push(part.value);
    if (size > DRAINED_BYTES_MAX) break;
  }
  await reader?.cancel();
  return size > maxBytes ? null : joined(chunks, size);
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

const isJson = ({ headers }: Request): boolean =>
  /^application\/json\s*(?:;|$)/i.test(headers.get('Content-Type') ?? '');

function readJson(text: string): unknown {
  if (text.includes('\0')) throw new AppError('body_nul_byte');
  const parsed = parse(text);
  if (NUL.test(text)) throw new AppError('body_nul_byte');
  // Written again, a whole pair is a character and only a half is still an escape.
  if (SURROGATE.test(text) && SURROGATE.test(JSON.stringify(parsed))) {
    throw new AppError('body_not_utf8', { detail: 'A text holds half of a surrogate pair.' });
  }
  return parsed;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('body_not_json');
  }
}
