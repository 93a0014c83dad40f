import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../e2e/support/server.ts';
import { newId } from '../platform/ids.ts';

let server: TestServer;
let cookie: string;

beforeAll(async () => {
  server = await startServer({ demo: true });
  cookie = await logIn('owner@rivera.example');
});
afterAll(() => server.close());

async function logIn(email: string): Promise<string> {
  const response = await fetch(`${server.url}/api/auth/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: server.url },
    body: JSON.stringify({ email, password: 'demo-password' }),
  });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function call(method: string, path: string, body?: unknown, as = cookie) {
  const response = await fetch(server.url + path, {
    method,
    headers: { 'Content-Type': 'application/json', Origin: server.url, Cookie: as },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null };
}

const person = { name: 'Robert Stone', email: 'r.stone@example.com', phone: '(916) 555-0171' };

describe('POST /api/leads', () => {
  test('with an Idempotency-Key is carried out once, also when it is sent twice at once', async () => {
    const post = async (body: object) => {
      const response = await fetch(`${server.url}/api/leads`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Origin: server.url,
          Cookie: cookie,
          'Idempotency-Key': 'lead-1',
        },
        body: JSON.stringify(body),
      });
      const replayed = response.headers.get('Idempotency-Replayed') === 'true';
      return { status: response.status, replayed, body: await response.json() };
    };
    const lead = { name: 'Ines Vogel', email: 'ines.vogel@example.com' };
    await Promise.all([post(lead), post(lead)]);
    const first = await post(lead);
    expect(first).toMatchObject({ status: 201, replayed: true, body: { action: 'created' } });
    expect(await post(lead)).toEqual(first);
    const other = await post({ ...lead, name: 'Ines Berg' });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  });

  test('makes a customer, then links the same person, and the lead can be read', async () => {
    const first = await call('POST', '/api/leads', person);
    expect(first).toMatchObject({ status: 201, body: { action: 'created', suggestions: [] } });
    const again = await call('POST', '/api/leads', { name: 'Bob Stone', phone: '+19165550171' });
    expect(again).toMatchObject({
      status: 201,
      body: { action: 'linked', customer_id: first.body.customer_id },
    });
    expect(again.body.evidence[0]).toEqual({ key: 'phone', text: 'Same phone: +19165550171' });
    const lead = await call('GET', `/api/leads/${again.body.lead_id}`);
    expect(lead.body).toMatchObject({ customer_id: first.body.customer_id, source: 'api' });
  });

  test.each([
    [{}, 'name'],
    [{ name: '  ', phone: '' }, 'name'],
    [{ email: 'not an address' }, 'email'],
    [{ name: 'x'.repeat(201) }, 'name'],
    [{ name: 'Ann', address: 'x'.repeat(501) }, 'address'],
    [{ name: 'Ann', notes: 'x'.repeat(4001) }, 'notes'],
    [{ name: 'Ann', country: 'USA' }, 'country'],
    [{ name: 12 }, 'name'],
    [{ name: 'Ann', phone: 'ask at the desk' }, 'phone'],
  ])('refuses %j and says which field', async (body, path) => {
    const refused = await call('POST', '/api/leads', body);
    expect(refused).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
    expect(refused.body.errors[0].path).toBe(path);
  });

  test('keeps a lead whose phone cannot be read as a number', async () => {
    const phone = 'ext. 12, ask at the desk';
    const kept = await call('POST', '/api/leads', { name: 'Ann', phone });
    expect(kept).toMatchObject({ status: 201, body: { action: 'created' } });
    const customer = await call('GET', `/api/customers/${kept.body.customer_id}`);
    expect(customer.body.phone).toBe(phone);
  });

  test('is refused to an analyst, to a stranger, and with a NUL', async () => {
    const analyst = await logIn('analyst@rivera.example');
    expect(await call('POST', '/api/leads', person, analyst)).toMatchObject({ status: 403 });
    expect(await call('POST', '/api/leads', person, '')).toMatchObject({ status: 401 });
    expect((await call('POST', '/api/leads', { name: 'A\u0000nn' })).status).toBe(400);
  });
});

describe('/api/customers', () => {
  test('a customer is made, read, found, changed, replaced, deleted and restored', async () => {
    const made = await call('POST', '/api/customers', { name: 'Ada Byron', phone: '916-555-0172' });
    expect(made).toMatchObject({ status: 201, body: { verified: ['name', 'phone'], version: 1 } });
    const path = `/api/customers/${made.body.id}`;
    expect((await call('GET', path)).body).toEqual(made.body);
    const found = await call('GET', '/api/customers?search=ada%20916-555&has_phone=true&limit=1');
    expect(found.body.items).toEqual([made.body]);
    const byName = await call('GET', '/api/customers?search=BYRON&sort_by=name');
    expect(byName.body.items).toEqual([made.body]);
    const patched = await call('PATCH', path, { stage: 'quoted', tags: ['vip'], version: 1 });
    expect(patched).toMatchObject({
      status: 200,
      body: { stage: 'quoted', tags: ['vip'], version: 2 },
    });
    expect(await call('PATCH', path, { stage: 'lost', version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'conflict' },
    });
    const put = await call('PUT', path, { name: 'Ada Lovelace', email: 'ada@example.com' });
    expect(put.body).toMatchObject({
      name: 'Ada Lovelace',
      phone: null,
      tags: [],
      stage: 'quoted',
    });
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await call('GET', path)).status).toBe(404);
    expect((await call('POST', `${path}/restore`)).body).toMatchObject({ name: 'Ada Lovelace' });
  });

  test('what belongs to a customer has its lists', async () => {
    const { body } = await call('POST', '/api/customers', {
      name: 'Max Muster',
      email: 'max@example.com',
    });
    const list = async (name: string) =>
      (await call('GET', `/api/customers/${body.id}/${name}`)).body;
    expect(await list('events')).toMatchObject({
      items: [{ type: 'created', actor: { type: 'user' } }],
      next_cursor: null,
    });
    expect(await list('audit')).toMatchObject({ items: [{ action: 'customer.created' }] });
    expect(await list('conversations')).toEqual({ items: [], next_cursor: null });
    expect(await list('quotes')).toEqual({ items: [], next_cursor: null });
    expect(await list('duplicates')).toEqual({ items: [] });
  });

  test.each(['', '/conversations', '/quotes', '/events', '/audit', '/duplicates'])(
    'an unknown customer%s is not found, a malformed id is refused',
    async (list) => {
      expect(await call('GET', `/api/customers/${newId()}${list}`)).toMatchObject({ status: 404 });
      expect(await call('GET', `/api/customers/x${list}`)).toMatchObject({ status: 422 });
    },
  );

  test.each(['limit=0', 'sort_by=phone', 'stage=new', 'created_from=yesterday', 'has_email=maybe'])(
    'refuses the question ?%s',
    async (query) => {
      expect((await call('GET', `/api/customers?${query}`)).status).toBe(422);
    },
  );

  test('a day as created_to means all of it', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const page = await call('GET', `/api/customers?created_from=${today}&created_to=${today}`);
    expect(page.body.items.length).toBeGreaterThan(0);
  });
});
