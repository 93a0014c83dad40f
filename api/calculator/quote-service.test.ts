import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { calculationHistory, companies, outbox } from '../../db/schema/index.ts';
import { testCtx } from '../../db/testing/index.ts';
import type { Ctx } from '../context.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import { getQuote } from './get-quote.ts';
import { publishCalculatorConfig } from './publish-calculator-config.ts';
import { QuoteRefused } from './quote-refused.ts';
import { quoteService } from './quote-service.ts';
import { testConfig, testConfigInput } from './testing.ts';
import { actingAs, addCustomer, addSession, companyWithPrices, inRole } from './testing-db.ts';

const work = { service: 'work', inputs: { size: '12.5' } };

const stored = (ctx: Ctx) => withTenant(ctx, (tx) => tx.select().from(calculationHistory));

test('a quote is numbered, stored and read back as it was given', async () => {
  const ctx = await companyWithPrices(testConfigInput({}, { range_percent: '10' }));
  const sessionId = await addSession(ctx);
  const customerId = await addCustomer(ctx);
  const quote = await quoteService(ctx, { ...work, sessionId, customerId });
  expect(quote).toMatchObject({
    number: 'Q-1001',
    inputs: { size: '12.5', colour: 'red' },
    lines: [{ quantity: '12.5', unit_price: 1_000, amount: 12_500 }],
    subtotal: 12_500,
    tax: 1_250,
    total: 13_750,
    range: { low: 12_375, high: 15_125 },
    config_version: 1,
  });
  const record = { ...quote, session_id: sessionId, customer_id: customerId };
  expect(await getQuote(ctx, quote.id)).toEqual(record);
  expect((await quoteService(ctx, work)).number).toBe('Q-1002');
});

test('the outbox hears of it in the same transaction', async () => {
  const ctx = await companyWithPrices();
  const sessionId = await addSession(ctx);
  const quote = await quoteService(ctx, { ...work, sessionId });
  const news = await withTenant(ctx, (tx) =>
    tx.select({ topic: outbox.topic, payload: outbox.payload }).from(outbox),
  );
  const payload = {
    quote_id: quote.id,
    number: 'Q-1001',
    session_id: sessionId,
    customer_id: null,
    title: 'Work',
    total: 13_750,
    currency: 'USD',
  };
  expect(news).toEqual([{ topic: 'quote.created', payload }]);
});

test('the database function that chats are read with tells the same quote', async () => {
  const ctx = await companyWithPrices();
  const { created_at, ...quote } = await quoteService(ctx, work);
  const [row] = await withTenant(ctx, (tx) =>
    tx.execute<{ quote: { created_at: string } }>(
      sql`select quote_json(q) as quote from calculation_history q`,
    ),
  );
  expect(row?.quote).toMatchObject(quote);
  expect(new Date(row?.quote.created_at ?? '').toISOString()).toBe(created_at);
});

test.each([
  ['America/Los_Angeles', '2026-12-20'],
  ['Europe/Madrid', '2026-12-21'],
])('in %s it is valid until %s', async (timezone, validUntil) => {
  const ctx = await companyWithPrices();
  await withTenant(ctx, (tx) => tx.update(companies).set({ timezone }));
  const evening = { ...ctx, now: () => new Date('2026-11-21T03:00:00Z') }; // still the 20th in California
  const quote = await quoteService(evening, work);
  expect(quote).toMatchObject({ valid_until: validUntil, created_at: '2026-11-21T03:00:00.000Z' });
});

test('quotes given at the same time get numbers of their own', async () => {
  const ctx = await companyWithPrices();
  const quotes = await Promise.all(Array.from({ length: 12 }, () => quoteService(ctx, work)));
  const numbers = quotes.map((quote) => quote.number).sort();
  expect(numbers).toEqual(Array.from({ length: 12 }, (_, i) => `Q-${1001 + i}`));
});

test('a config that was loaded before is taken as it is', async () => {
  const ctx = await testCtx();
  const loaded = { version: 7, config: testConfig() };
  const sessionId = await addSession(ctx);
  const quote = await quoteService(ctx, { ...work, sessionId, loaded });
  expect(quote).toMatchObject({ number: 'Q-1001', config_version: 7, total: 13_750 });
  expect(await stored(ctx)).toHaveLength(1);
});

test('a quote keeps its price when the price list changes', async () => {
  const ctx = await companyWithPrices();
  const before = await quoteService(ctx, work);
  const lines = testConfig().services[0]?.lines.map((line) => ({ ...line, unit_price: '99.00' }));
  await publishCalculatorConfig(ctx, {
    baseVersion: 1,
    config: testConfigInput({ lines: lines ?? [] }),
  });
  expect(await quoteService(ctx, work)).toMatchObject({ config_version: 2, subtotal: 123_750 });
  expect(await getQuote(ctx, before.id)).toMatchObject({ config_version: 1, subtotal: 12_500 });
});

test('the runtime role can neither change nor delete a quote', async () => {
  const ctx = await companyWithPrices();
  await quoteService(ctx, work);
  const denied = { cause: expect.objectContaining({ code: '42501' }) };
  await expect(
    withTenant(ctx, (tx) => tx.update(calculationHistory).set({ total: 1 })),
  ).rejects.toMatchObject(denied);
  await expect(withTenant(ctx, (tx) => tx.delete(calculationHistory))).rejects.toMatchObject(
    denied,
  );
});

describe('no quote is given, no number taken', () => {
  test.each([
    ['an unknown service', { service: 'roof', inputs: {} }, 'service_unknown', []],
    ['missing inputs', { service: 'work', inputs: {} }, 'quote_inputs_missing', ['inputs.size']],
    [
      'a wrong input',
      { service: 'work', inputs: { size: '-1' } },
      'quote_inputs_invalid',
      ['inputs.size'],
    ],
  ])('for %s', async (_, input, code, paths) => {
    const ctx = await companyWithPrices();
    const error = await quoteService(ctx, input).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(QuoteRefused);
    expect(error).toMatchObject({ code, status: 422 });
    expect((error as QuoteRefused).details.fields?.map(({ path }) => path)).toEqual(paths);
    expect(await stored(ctx)).toEqual([]);
    expect((await quoteService(ctx, work)).number).toBe('Q-1001');
  });

  test('a refusal says what is missing, for a talk to go on', async () => {
    const ctx = await companyWithPrices();
    const refusal = quoteService(ctx, { service: 'work', inputs: {} });
    await expect(refusal).rejects.toMatchObject({
      missing: ['size'],
      message: 'Work needs: Size (size).',
    });
  });

  test('without a price list', async () => {
    const ctx = await testCtx();
    await expect(quoteService(ctx, work)).rejects.toMatchObject({
      code: 'calculator_not_configured',
    });
  });

  test("for a customer who is not there, is deleted, or is another company's", async () => {
    const ctx = await companyWithPrices();
    const other = await companyWithPrices();
    const ids = [newId(), await addCustomer(ctx, new Date()), await addCustomer(other)];
    for (const customerId of ids) {
      const given = quoteService(ctx, { ...work, customerId });
      await expect(given).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(await stored(ctx)).toEqual([]);
  });

  test("for a chat session of another company's", async () => {
    const ctx = await companyWithPrices();
    const sessionId = await addSession(await companyWithPrices());
    const loaded = { version: 1, config: testConfig() };
    for (const input of [work, { ...work, loaded }]) {
      const given = quoteService(ctx, { ...input, sessionId });
      await expect(given).rejects.toMatchObject({ code: 'not_found' });
    }
    expect((await quoteService(ctx, work)).number).toBe('Q-1001');
  });

  test('for who may not give one', async () => {
    const ctx = await companyWithPrices();
    const denied = [
      inRole(ctx, 'analyst'),
      actingAs(ctx, { type: 'api_key', id: newId(), scopes: ['quotes.read'] }),
      actingAs(ctx, { type: 'visitor', id: newId(), siteId: newId(), sessionId: newId() }),
    ];
    for (const someone of denied) {
      await expect(quoteService(someone, work)).rejects.toMatchObject({ code: 'forbidden' });
    }
    const system = actingAs(ctx, { type: 'system', id: 'assistant' });
    expect((await quoteService(system, work)).number).toBe('Q-1001');
  });
});
