import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../e2e/support/server.ts';
import { joined, readEvents, WidgetClient } from '../../e2e/support/widget-client.ts';
import { newId } from '../platform/ids.ts';
import { signVisitorToken } from './visitor/visitor-token.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ demo: true });
});
afterAll(() => server.close());

const widget = (headers = {}) => new WidgetClient(server.url, 'pk_demo_rivera', headers);
const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = await response.json();
  expect(problem).toMatchObject({ status: response.status, request_id: expect.any(String) });
  return [response.status, problem.code];
};

describe('a visitor', () => {
  test('is told how the widget looks and who answers', async () => {
    const config = await (await widget().request('/api/chat/config')).json();
    expect(config).toMatchObject({
      site: { company_name: 'Rivera Hardscapes', locale: 'en', position: 'right' },
      assistant: 'guided',
    });
  });

  test('has only the origin and path of their page and referrer stored', async () => {
    const sent = 'https://rivera.example/thanks?email=ann@example.com&utm_source=ads#token=1';
    const referrer = 'https://search.example/find?q=ann+lee';
    const { session } = await widget().start({ page_url: sent, referrer });
    const sql = postgres(server.database.superuserUrl, { max: 1 });
    const rows = await sql`select page_url, referrer from chat_sessions where id = ${session.id}`;
    await sql.end();
    expect([...rows]).toEqual([
      { page_url: 'https://rivera.example/thanks', referrer: 'https://search.example/find' },
    ]);
  });

  test('gets a quote whose total is in the answer, in events that make the message', async () => {
    const visitor = await widget().start({ page_url: 'https://rivera.example/' });
    const events = await visitor.say('How much is a 20x25 paver patio?');
    const ids = events.map(({ id }) => id);
    expect(ids).toEqual(ids.map((_, i) => (ids[0] ?? 0) + i));
    const quote = events.find(({ event }) => event === 'quote')?.data.quote;
    expect(quote.lines).toEqual(
      expect.arrayContaining([expect.objectContaining({ amount: 247_500, quantity: '550' })]),
    );
    const { message } = events.at(-1)?.data ?? {};
    expect(events.at(-1)?.event).toBe('turn.completed');
    expect(joined(events)).toBe(message.text);
    const items = await visitor.messages();
    expect(items.map(({ role }) => role)).toEqual(['visitor', 'assistant']);
    expect(items[1]).toMatchObject({ id: message.id, quote_ids: [quote.id] });
  });

  test('who loses the connection finds the rest of the answer, every byte once', async () => {
    const visitor = await widget().start();
    const id = newId();
    const cut = new AbortController();
    const response = await visitor.send('I need 100 ft of fence, 6 feet high', id, {
      signal: cut.signal,
    });
    const first = await readEvents(response, () => true);
    cut.abort();
    const whole = await visitor.events(0, (events) => events.at(-1)?.event === 'turn.completed');
    expect(joined(whole)).toBe(whole.at(-1)?.data.message.text);
    for (const { id: seen } of [...first, ...whole.slice(0, -1)]) {
      const rest = await visitor.events(
        seen,
        (events) => events.at(-1)?.event === 'turn.completed',
      );
      expect(rest).toEqual(whole.filter((event) => event.id > seen));
    }
  });

  test('who clicks twice is answered once, on both connections', async () => {
    const visitor = await widget().start();
    const id = newId();
    const [a, b] = await Promise.all([
      visitor.say('hello there', id),
      visitor.say('hello there', id),
    ]);
    expect(a).toEqual(b);
    expect(await visitor.messages()).toHaveLength(2);
  });

  test('hands in the form and asks for a person', async () => {
    const visitor = await widget().start();
    const form = await visitor.post(visitor.path('details'), {
      name: 'Ana Ruiz',
      email: 'ana@example.com',
    });
    expect(await form.json()).toEqual({ saved: ['name', 'email'] });
    const human = await visitor.post(visitor.path('human'), {});
    expect(human.status).toBe(204);
    const texts = (await visitor.messages()).map(({ text }) => text);
    expect(texts[0]).toContain('Ana');
    expect(texts[1]).toContain('Rivera Hardscapes');
  });
});

describe('whoever may not is told so, and nothing is stored', () => {
  let visitor: WidgetClient;
  beforeAll(async () => {
    visitor = await widget().start();
  });
  afterAll(async () => {
    expect(await visitor.messages()).toEqual([]);
  });
  const as = (change: (client: WidgetClient) => void, headers = {}) => {
    const other = widget(headers);
    other.session = { ...visitor.session };
    change(other);
    return other;
  };
  const message = () => ({ id: newId(), text: 'hi' });

  test('a wrong key', async () => {
    const other = new WidgetClient(server.url, 'pk_nobody');
    expect(await problemOf(await other.request('/api/chat/config'))).toEqual([
      401,
      'widget_key_invalid',
    ]);
    expect(await problemOf(await other.post('/api/chat/sessions', {}))).toEqual([
      401,
      'widget_key_invalid',
    ]);
    other.session = visitor.session;
    expect(await problemOf(await other.send('hi'))).toEqual([401, 'widget_key_invalid']);
  });

  test('no key', async () => {
    const response = await fetch(`${server.url}/api/chat/config`);
    expect(await problemOf(response)).toEqual([401, 'widget_key_invalid']);
  });

  test('a foreign origin', async () => {
    const foreign = as(() => {}, { Origin: 'https://evil.example' });
    for (const response of [
      await foreign.request('/api/chat/config'),
      await foreign.post('/api/chat/sessions', {}),
      await foreign.send('hi'),
    ]) {
      expect(await problemOf(response)).toEqual([403, 'origin_not_allowed']);
    }
  });

  test('the page’s own origin is not foreign', async () => {
    const own = widget({ Origin: server.url });
    const response = await own.request('/api/chat/config');
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe(server.url);
  });

  test('a forged, an expired and a missing token', async () => {
    const forged = as((client) => {
      const { token } = visitor.session;
      client.session.token = token.slice(0, -1) + (token.endsWith('0') ? '1' : '0');
    });
    expect(await problemOf(await forged.send('hi'))).toEqual([401, 'visitor_token_invalid']);
    const { id, visitorId } = visitor.session;
    const [, companyId = '', siteId = ''] =
      /^vt_([^.]+)\.([^.]+)/.exec(visitor.session.token) ?? [];
    const claims = { companyId, siteId, visitorId, sessionId: id };
    const keys = { current: 'secret-of-the-tests', previous: null };
    const old = await signVisitorToken(keys, claims, new Date('2020-01-01'));
    const expired = as((client) => {
      client.session.token = old;
    });
    expect(await problemOf(await expired.send('hi'))).toEqual([401, 'visitor_token_expired']);
    const bare = as((client) => {
      client.session.token = '';
    });
    expect(await problemOf(await bare.send('hi'))).toEqual([401, 'visitor_token_invalid']);
  });

  test("another session's id", async () => {
    const stranger = await widget().start();
    const nosy = as((client) => {
      client.session.id = stranger.session.id;
    });
    for (const response of [
      await nosy.send('hi'),
      await nosy.request(nosy.path('messages')),
      await nosy.request(nosy.path('events')),
    ]) {
      expect(await problemOf(response)).toEqual([403, 'session_mismatch']);
    }
  });

  test.each([
    ['malformed JSON', '{"id":', 400, 'body_not_json'],
    [
      'a field of another type',
      JSON.stringify({ ...message(), text: 7 }),
      422,
      'validation_failed',
    ],
    ['no message id', JSON.stringify({ text: 'hi' }), 422, 'validation_failed'],
    ['an empty text', JSON.stringify({ ...message(), text: ' \n ' }), 422, 'validation_failed'],
    [
      '4,001 characters',
      JSON.stringify({ ...message(), text: 'x'.repeat(4_001) }),
      422,
      'validation_failed',
    ],
    ['invalid UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]), 400, 'body_not_utf8'],
    ['a NUL byte', `{"id":"${newId()}","text":"a\\u0000b"}`, 400, 'body_nul_byte'],
    [
      '65 kB of body',
      JSON.stringify({ ...message(), more: 'x'.repeat(65_000) }),
      413,
      'body_too_large',
    ],
    [
      '10 MB of body',
      JSON.stringify({ ...message(), text: 'x'.repeat(10_000_000) }),
      413,
      'body_too_large',
    ],
  ])('%s', async (_name, body, status, code) => {
    const response = await visitor.post(visitor.path('messages'), body);
    expect(await problemOf(response)).toEqual([status, code]);
  });

  test('an address that does not exist', async () => {
    expect(await problemOf(await visitor.request('/api/chat/nothing'))).toEqual([404, 'not_found']);
  });
});

test('4,000 characters are answered', async () => {
  const visitor = await widget().start();
  const events = await visitor.say('x '.repeat(2_000));
  expect(events.at(-1)?.event).toBe('turn.completed');
});
