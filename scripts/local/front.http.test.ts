import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRoot } from '../root.ts';
import { type ServedWorker, serveWorker } from './serve-worker.ts';

// All that the local bindings ask for, and a mirror of the request.
const WORKER = `
export class ConversationRoom {}
export class CompanyFeed {}
export class ApiHost {}
export default {
  async fetch(request) {
    if (request.url.endsWith('/events')) {
      return new Response('data: 1', { headers: { 'Content-Type': 'text/event-stream' } });
    }
    const headers = Object.fromEntries(request.headers);
    return Response.json({ url: request.url, headers, body: await request.text() });
  },
}`;

interface Mirrored {
  url: string;
  headers: Record<string, string>;
  body: string;
}

const folder = mkdtempSync(join(tmpdir(), 'tradesphere-received-'));
let direct: ServedWorker;
let proxied: ServedWorker;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'worker.js'), WORKER);
  writeFileSync(join(folder, 'assets/index.html'), `<p>${'file '.repeat(500)}`);
  const serve = (trustedProxy: boolean) =>
    serveWorker({
      bundle: join(folder, 'worker.js'),
      assets: join(folder, 'assets'),
      databaseUrl: 'postgres://nobody:none@127.0.0.1:1/none',
      vars: {},
      port: 0,
      trustedProxy,
    });
  [direct, proxied] = await Promise.all([serve(false), serve(true)]);
});
afterAll(async () => {
  await Promise.all([direct.stop(), proxied.stop()]);
  rmSync(folder, { recursive: true });
});

/** With node:http, since fetch does not let a Host header be set. */
async function mirror(to: ServedWorker, headers: Record<string, string>): Promise<Mirrored> {
  const sent = request(`${to.url}/api/x?y=1`, { method: 'POST', headers });
  sent.end('said');
  const answer = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    sent.once('response', resolve);
    sent.once('error', reject);
  });
  return JSON.parse(await text(answer));
}

test('an ordinary request arrives with the address of its socket', async () => {
  const { url, headers, body } = await mirror(direct, { Host: 'shop.example', 'X-Own': 'kept' });
  expect({ url, body }).toEqual({ url: 'http://shop.example/api/x?y=1', body: 'said' });
  expect(headers).toMatchObject({ 'cf-connecting-ip': '127.0.0.1', 'x-own': 'kept' });
});

const FORGED: Record<string, string>[] = [
  { 'CF-Connecting-IP': '198.51.100.7' },
  { 'CF-Connecting-IP': '127.0.0.2' },
  { 'CF-Connecting-IP': 'x'.repeat(3000) },
  { 'cf-connecting-ip': '' },
  { 'MF-Original-URL': 'https://elsewhere.example/api/x?y=1' },
  { 'X-Forwarded-Proto': 'https' },
];

test.each(FORGED)('a client cannot set %o', async (forged) => {
  const { url, headers, body } = await mirror(direct, { Host: 'shop.example', ...forged });
  expect(headers['cf-connecting-ip']).toBe('127.0.0.1');
  expect({ url, body }).toEqual({ url: 'http://shop.example/api/x?y=1', body: 'said' });
});

test('a trusted proxy sets the address and the scheme', async () => {
  const { url, headers } = await mirror(proxied, {
    Host: 'shop.example',
    'CF-Connecting-IP': '198.51.100.7',
    'X-Forwarded-Proto': 'https',
  });
  expect(url).toBe('https://shop.example/api/x?y=1');
  expect(headers['cf-connecting-ip']).toBe('198.51.100.7');
});

test('other paths are those of files', async () => {
  for (const path of ['/', '/api', '/apidoc', '/customers/1']) {
    const answer = await fetch(direct.url + path);
    expect(answer.headers.get('content-type'), path).toContain('text/html');
  }
});

test.each(['/cdn-cgi/handler/scheduled', '/cdn-cgi/platform-proxy'])(
  'what miniflare answers itself is not within reach: %s',
  async (path) => {
    const answer = await fetch(direct.url + path);
    expect(await answer.text()).toContain('file file');
  },
);

test('a client that takes gzip gets text in it, but no event stream', async () => {
  const gzip = { headers: { 'Accept-Encoding': 'br, gzip' } };
  const encodingOf = async (path: string, init?: RequestInit) =>
    (await fetch(direct.url + path, init)).headers.get('content-encoding');
  expect(await encodingOf('/', gzip)).toBe('gzip');
  expect(await encodingOf('/api/x', gzip)).toBe('gzip');
  expect(await encodingOf('/api/events', gzip)).toBeNull();
  expect(await encodingOf('/', { headers: { 'Accept-Encoding': 'identity' } })).toBeNull();
  expect(await (await fetch(`${direct.url}/`, gzip)).text()).toContain('file file');
});

test('the API reads no other header that Cloudflare or miniflare set', () => {
  const sources = readdirSync(inRoot('api'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.ts$/.test(file))
    .map((file) => readFileSync(inRoot(`api/${file}`), 'utf8'));
  const read = sources.join('\n').match(/['"`](cf|mf)-[\w-]+['"`]/gi) ?? [];
  expect([...new Set(read)]).toEqual(["'CF-Connecting-IP'"]);
});
