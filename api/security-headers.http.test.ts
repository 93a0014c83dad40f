import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type TestServer } from '../e2e/support/server.ts';
import type { ApiDocument } from './reference/complete-document.ts';
import { exampleOf } from './reference/example-of.ts';
import { operationsOf } from './reference/testing/document.ts';
import { signUpWithEverything, type World } from './reference/testing/world.ts';

let server: TestServer;
let document: ApiDocument;
let own: World['own'];

beforeAll(async () => {
  server = await startServer();
  document = await (await fetch(`${server.url}/api/openapi.json`)).json();
  own = await signUpWithEverything(server.url, 'Own');
});
afterAll(() => server.close());

const BASE = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};
/** Routes with headers of their own: the widget's appearance is public. */
const OWN: Record<string, Partial<typeof BASE>> = {
  'GET /api/chat/config': { 'cache-control': 'private, max-age=60' },
};

async function headersOf(path: string, init: RequestInit = {}) {
  const response = await fetch(server.url + path, { redirect: 'manual', ...init });
  await response.body?.cancel();
  return { status: response.status, headers: Object.fromEntries(response.headers) };
}

/** The document's operations, deleting last, each as a request that is answered well where it can be. */
function requests() {
  const removes = ({ method }: { method: string }) => Number(method === 'DELETE');
  const operations = operationsOf(document).toSorted((a, b) => removes(a) - removes(b));
  return operations.map(({ name, method, path, operation }) => {
    const chat = path.startsWith('/api/chat/');
    const resource = path.split('/').slice(2, chat ? 4 : 3);
    const id = own.idOf[resource.join('/')] ?? own.ids[0] ?? '';
    const media = operation.requestBody?.content['application/json'];
    const schema = media?.schema;
    const body =
      own.bodies[operation.operationId ?? ''] ??
      media?.example ??
      (schema && exampleOf(schema, document.components.schemas));
    // To log in or out would end the session that the others are asked with.
    const session: Record<string, string> = /\/auth\/(?:signup|login|logout)$/.test(path)
      ? {}
      : { Cookie: own.cookie };
    const headers = {
      ...(chat
        ? { 'X-Widget-Key': own.widgetKey, Authorization: `Bearer ${own.visitorToken}` }
        : { ...session, Origin: server.url }),
      ...(body ? { 'Content-Type': 'application/json' } : {}),
    };
    const init = { method, headers, body: body ? JSON.stringify(body) : null };
    return { name, path: path.replace(/\{\w+\}/g, id), init };
  });
}

test('every route answers with the security headers, whoever asks', async () => {
  const good: string[] = [];
  const all = requests();
  for (const { name, path, init } of all) {
    const known = await headersOf(path, init);
    expect([name, known.headers]).toMatchObject([name, { ...BASE, ...OWN[name] }]);
    if (known.status < 300) good.push(name);
    const { method } = init;
    const unknown = await headersOf(path, { method });
    const refused = unknown.status < 300 ? { ...BASE, ...OWN[name] } : BASE;
    expect([name, unknown.headers]).toMatchObject([name, refused]);
  }
  expect(good.length).toBeGreaterThan(all.length / 2);
}, 60_000);

test.each(['/api/nowhere', '/api/chat/nowhere', '/api/openapi.json'])(
  '%s has the security headers',
  async (path) => {
    expect((await headersOf(path)).headers).toMatchObject(BASE);
  },
);

/** A page's policy as its directives, sorted out by name. */
const policyOf = (header = '') =>
  Object.fromEntries(
    header.split(/;\s*/).map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );

describe.each([
  ['/', 'none'],
  ['/inbox', 'none'],
  ['/customers/0190b6a1-6f7e-7c52-9d9b-2f6f3c1e8a44', 'none'],
  ['/docs/no-such-page', 'none'],
  ['/docs/errors', 'none'],
  ['/examples/contractor-site/', 'none'],
  ['/api/docs', 'none'],
  ['/preview', 'self'],
])('the page %s', (path, framedBy) => {
  test('has a strict policy in its header', async () => {
    const { status, headers } = await headersOf(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/html/);
    const policy = policyOf(headers['content-security-policy']);
    expect(policy).toMatchObject({
      'default-src': "'none'",
      'base-uri': "'none'",
      'frame-ancestors': `'${framedBy}'`,
    });
    const scripts = policy['script-src'] ?? "'none'";
    expect(scripts).toMatch(/^(?:'none'|'self'(?: 'sha256-[\w+/=]+')*)$/);
    // One policy: two would be joined by a comma.
    expect(headers['content-security-policy']).not.toContain(',');
  });

  test('has the other security headers', async () => {
    const { headers } = await headersOf(path);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': expect.stringMatching(/^(?:no-referrer|strict-origin-when-cross-origin)$/),
    });
    // The Worker is served over http here; static files send it over either.
    if (path.startsWith('/api/')) return;
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  });
});

test('any site may embed the widget', async () => {
  const loader = await headersOf('/widget.js');
  expect(loader.headers).toMatchObject({
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  });
  const panel = await headersOf('/widget/panel.js');
  expect(panel.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  });
});
