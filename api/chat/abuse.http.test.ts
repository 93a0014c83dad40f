import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../e2e/support/server.ts';
import { WidgetClient } from '../../e2e/support/widget-client.ts';
import { newId } from '../platform/ids.ts';

let server: TestServer;
let sql: postgres.Sql;
let visitor: WidgetClient;
let stored: Record<string, number>;

beforeAll(async () => {
  server = await startServer({ demo: true });
  sql = postgres(server.database.superuserUrl, { max: 1, onnotice: () => {} });
  visitor = await new WidgetClient(server.url).start();
  stored = await rowsStored();
});
afterAll(async () => {
  await sql?.end({ timeout: 1 });
  await server?.close();
});

/** How many rows each table has, counters and log-ins included. */
async function rowsStored(): Promise<Record<string, number>> {
  const tables = await sql`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`;
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await sql`select count(*)::int as rows from ${sql(name)}`;
    counts[name] = row?.rows;
  }
  return counts;
}

/** The refusal says what was wrong, to whom to report it, and nothing else; nothing was stored. */
async function refusal(response: Response): Promise<[number, string]> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = await response.json();
  const { type, title, status, code, detail: _, errors: __, request_id, ...more } = problem;
  expect(more).toEqual({});
  expect(status).toBe(response.status);
  expect([type, title, request_id]).toEqual([
    `/docs/errors#${code}`,
    expect.any(String),
    expect.stringMatching(/^[0-9a-f-]{36}$/),
  ]);
  expect(JSON.stringify(problem)).not.toMatch(
    /\.[jt]s:|node_modules|\bselect\b|\binsert\b|postgres/i,
  );
  expect(await rowsStored()).toEqual(stored);
  return [response.status, code];
}

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)),
  );

/** What is wrong with a body whatever it is for. */
const BAD_BODIES: [string, string | Uint8Array, number, string][] = [
  ['malformed JSON', '{"text":', 400, 'body_not_json'],
  ['invalid UTF-8 in a text', bytes('{"text":"', [0xc3, 0x28], '"}'), 400, 'body_not_utf8'],
  ['a character cut short', bytes('{"text":"', [0xe2, 0x82]), 400, 'body_not_utf8'],
  ['an overlong NUL', bytes('{"text":"', [0xc0, 0x80], '"}'), 400, 'body_not_utf8'],
  ['half a surrogate pair', '{"text":"\\ud83d"}', 400, 'body_not_utf8'],
  ['a NUL byte', '{"text":"a\0b"}', 400, 'body_nul_byte'],
  ['an escaped NUL', '{"text":"a\\u0000b"}', 400, 'body_nul_byte'],
  ['10 MB', `{"text":"${'x'.repeat(10_000_000)}"}`, 413, 'body_too_large'],
  ['no object', '[1]', 422, 'validation_failed'],
  ['nesting without end', '['.repeat(30_000) + ']'.repeat(30_000), 422, 'validation_failed'],
];

describe.each([
  ['starting a session', () => '/api/chat/sessions'],
  ['sending a message', () => visitor.path('messages')],
  ['the contact form', () => visitor.path('details')],
  ['signing up', () => '/api/auth/signup'],
])('%s', (_name, path) => {
  test.each(BAD_BODIES)('with %s', async (_fault, body, status, code) => {
    const response = await visitor.post(path(), body, { headers: { Origin: server.url } });
    expect(await refusal(response)).toEqual([status, code]);
  });
});

test('10 MB that come in pieces, their length untold', async () => {
  const piece = new Uint8Array(100_000).fill(0x20);
  let left = 100;
  const body = new ReadableStream<Uint8Array>({
    pull: (stream) => (left-- > 0 ? stream.enqueue(piece) : stream.close()),
  });
  const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
  const response = await visitor.request(visitor.path('messages'), init);
  expect(await refusal(response)).toEqual([413, 'body_too_large']);
});

test.each<[string, () => string, object]>([
  ['a message without a text', () => visitor.path('messages'), { id: newId() }],
  ['a message whose id is none', () => visitor.path('messages'), { id: 'one', text: 'hi' }],
  [
    'a text that nobody sees',
    () => visitor.path('messages'),
    { id: newId(), text: '\u200b \u2060' },
  ],
  ['a text that is an object', () => visitor.path('messages'), { id: newId(), text: { $ne: '' } }],
  ['a page that is a number', () => '/api/chat/sessions', { page_url: 7 }],
  ['a visitor that is no id', () => '/api/chat/sessions', { visitor_id: "' or 1=1 --" }],
  ['a page address without end', () => '/api/chat/sessions', { page_url: 'x'.repeat(2_001) }],
  ['a form with nothing in it', () => visitor.path('details'), {}],
  ['a phone that is a list', () => visitor.path('details'), { phone: ['1'] }],
])('%s is refused, and the field is named', async (_name, path, body) => {
  const response = await visitor.post(path(), body);
  const { errors } = await response.clone().json();
  expect(errors.length).toBeGreaterThan(0);
  expect(await refusal(response)).toEqual([422, 'validation_failed']);
});

test('a message without a body lacks its fields; a session needs none', async () => {
  for (const body of [undefined, '']) {
    const init = { method: 'POST', ...(body === undefined ? {} : { body }) };
    const response = await visitor.request(visitor.path('messages'), init);
    expect(await refusal(response)).toEqual([422, 'validation_failed']);
  }
  const started = await visitor.request('/api/chat/sessions', { method: 'POST' });
  expect(started.status).toBe(201);
  stored = await rowsStored();
});

describe('without the right to it', () => {
  const everything = (client: WidgetClient) => [
    client.send('hi'),
    client.request(client.path('messages')),
    client.request(client.path('events')),
    client.post(client.path('details'), { name: 'Ana' }),
    client.post(client.path('human'), {}),
  ];
  const as = (token: string, headers = {}, key = 'pk_demo_rivera') => {
    const other = new WidgetClient(server.url, key, headers);
    other.session = { ...visitor.session, token };
    return other;
  };
  test("another site's key gets nowhere, which may allow other pages", async () => {
    const key = `pk_${newId().replaceAll('-', '')}`;
    await sql`insert into sites (company_id, id, name, publishable_key, greeting)
      select id, ${newId()}, 'Other', ${key}, 'Hi' from companies limit 1`;
    stored = await rowsStored();
    for (const asked of everything(as(visitor.session.token, {}, key))) {
      expect(await refusal(await asked)).toEqual([401, 'widget_key_invalid']);
    }
  });

  test.each<[string, () => WidgetClient, number, string]>([
    ['a wrong key', () => as(visitor.session.token, {}, 'pk_other'), 401, 'widget_key_invalid'],
    ['no token', () => as(''), 401, 'visitor_token_invalid'],
    ['a forged token', () => as(forged(visitor.session.token)), 401, 'visitor_token_invalid'],
    [
      'a foreign page',
      () => as(visitor.session.token, { Origin: 'https://rivera.example.evil.example' }),
      403,
      'origin_not_allowed',
    ],
    [
      'a page without origin',
      () => as(visitor.session.token, { Origin: 'null' }),
      403,
      'origin_not_allowed',
    ],
  ])('%s gets nowhere', async (_name, client, status, code) => {
    for (const asked of everything(client())) {
      expect(await refusal(await asked)).toEqual([status, code]);
    }
  });

  test("another session's id gets nowhere", async () => {
    const other = as(visitor.session.token);
    other.session.id = newId();
    for (const asked of everything(other)) {
      expect(await refusal(await asked)).toEqual([403, 'session_mismatch']);
    }
  });
});

/** The same claims for one more day, under the old signature. */
function forged(token: string): string {
  const parts = token.split('.');
  parts[4] = String(Number(parts[4]) + 86_400);
  return parts.join('.');
}

test.each(['abc', '-1', '1.5', '0x1', '1e3', '99999999999999999999'])(
  'events after %s are refused',
  async (id) => {
    const headers = { 'Last-Event-ID': id };
    const response = await visitor.request(visitor.path('events'), { headers });
    expect(await refusal(response)).toEqual([422, 'validation_failed']);
  },
);

test('nothing of all this was an error of ours', () => {
  expect(server.logs).toEqual([]);
});
