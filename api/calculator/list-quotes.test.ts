import { expect, test } from 'vitest';
import { newId } from '../platform/ids.ts';
import { getQuote } from './get-quote.ts';
import { listQuotes } from './list-quotes.ts';
import { quoteService } from './quote-service.ts';
import { actingAs, addCustomer, addSession, companyWithPrices } from './testing-db.ts';

const work = { service: 'work', inputs: { size: '1' } };

test('the newest come first, page by page, each once', async () => {
  const ctx = await companyWithPrices();
  for (let i = 0; i < 5; i++) await quoteService(ctx, work);
  const numbers: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listQuotes(ctx, { limit: 2, cursor });
    expect(page.items.length).toBeLessThanOrEqual(2);
    numbers.push(...page.items.map((quote) => quote.number));
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  expect(numbers).toEqual(['Q-1005', 'Q-1004', 'Q-1003', 'Q-1002', 'Q-1001']);
});

test("a session's quotes are its own", async () => {
  const ctx = await companyWithPrices();
  const sessionId = await addSession(ctx);
  const quote = await quoteService(ctx, { ...work, sessionId });
  await quoteService(ctx, { ...work, sessionId: await addSession(ctx) });
  const { items } = await listQuotes(ctx, { sessionId, limit: 10 });
  expect(items).toEqual([{ ...quote, session_id: sessionId, customer_id: null }]);
});

test("a customer's quotes are also those of their chats", async () => {
  const ctx = await companyWithPrices();
  const customerId = await addCustomer(ctx);
  await quoteService(ctx, { ...work, customerId });
  await quoteService(ctx, { ...work, sessionId: await addSession(ctx, customerId) });
  await quoteService(ctx, { ...work, sessionId: await addSession(ctx) });
  await quoteService(ctx, { ...work, customerId: await addCustomer(ctx) });
  const { items } = await listQuotes(ctx, { customerId, limit: 10 });
  expect(items.map((quote) => quote.number)).toEqual(['Q-1002', 'Q-1001']);
});

test("another company's quotes are not there", async () => {
  const ctx = await companyWithPrices();
  const { id } = await quoteService(ctx, work);
  const other = await companyWithPrices();
  expect((await listQuotes(other, { limit: 10 })).items).toEqual([]);
  await expect(getQuote(other, id)).rejects.toMatchObject({ code: 'not_found' });
});

test('they need the permission to read quotes', async () => {
  const ctx = await companyWithPrices();
  const key = actingAs(ctx, { type: 'api_key', id: newId(), scopes: ['quotes.write'] });
  await expect(listQuotes(key, { limit: 10 })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(getQuote(key, newId())).rejects.toMatchObject({ code: 'forbidden' });
});
