import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { chatSessions } from '../../db/schema/index.ts';
import { testCtx } from '../../db/testing/index.ts';
import { recordLead } from '../leads/record-lead.ts';
import { apiLead, makeSession } from '../leads/testing.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import { createCustomer } from './create-customer.ts';
import { deleteCustomer } from './delete-customer.ts';
import { getCustomer } from './get-customer.ts';
import { listCustomerAudit } from './list-customer-audit.ts';
import { listCustomerConversations } from './list-customer-conversations.ts';
import { listCustomerEvents } from './list-customer-events.ts';
import { listDuplicates } from './list-duplicates.ts';
import { updateCustomer } from './update-customer.ts';

const PHONE = '617-555-0142';

async function withCustomer() {
  const ctx = await testCtx();
  const { id } = await createCustomer(ctx, { name: 'Bob Smith', phone: PHONE });
  return { ctx, id };
}

test('conversations: the latest first, with their last message', async () => {
  const { ctx, id } = await withCustomer();
  for (const text of ['first', 'second']) {
    const sessionId = await makeSession(ctx);
    await recordLead(ctx, apiLead({ sessionId, name: 'Bob', phone: PHONE }));
    await withTenant(ctx, (tx) =>
      tx
        .update(chatSessions)
        .set({ lastMessageText: text, lastMessageRole: 'visitor' })
        .where(eq(chatSessions.id, sessionId)),
    );
  }
  const page = await listCustomerConversations(ctx, id, { limit: 1 });
  expect(page.items).toMatchObject([
    { status: 'open', last_message: { role: 'visitor', text: 'second' } },
  ]);
  const rest = await listCustomerConversations(ctx, id, {
    limit: 1,
    cursor: page.next_cursor ?? '',
  });
  expect(rest).toMatchObject({ items: [{ last_message: { text: 'first' } }], next_cursor: null });
  expect(await getCustomer(ctx, id)).toMatchObject({ conversation_count: 2 });
});

test('events: newest first, by name of who did it', async () => {
  const { ctx, id } = await withCustomer();
  await updateCustomer(ctx, id, { stage: 'quoted' });
  const page = await listCustomerEvents(ctx, id, { limit: 1 });
  expect(page.items).toMatchObject([
    {
      type: 'stage_changed',
      payload: { from: 'lead', to: 'quoted' },
      actor: { type: 'user', name: 'Test owner' },
    },
  ]);
  const rest = await listCustomerEvents(ctx, id, { limit: 5, cursor: page.next_cursor ?? '' });
  expect(rest).toMatchObject({ items: [{ type: 'created' }], next_cursor: null });
});

test('audit: newest first, and still there when the customer is deleted', async () => {
  const { ctx, id } = await withCustomer();
  await deleteCustomer(ctx, id);
  const page = await listCustomerAudit(ctx, id, { limit: 1 });
  expect(page).toMatchObject({
    items: [{ seq: 2, action: 'customer.deleted', actor: { name: 'Test owner' } }],
    next_cursor: '2',
  });
  const rest = await listCustomerAudit(ctx, id, { limit: 5, cursor: '2' });
  expect(rest).toMatchObject({
    items: [{ seq: 1, action: 'customer.created' }],
    next_cursor: null,
  });
  await expect(listCustomerAudit(ctx, id, { limit: 5, cursor: 'x' })).rejects.toMatchObject({
    code: 'cursor_invalid',
  });
});

describe('duplicates', () => {
  test('the likeliest first, never itself or a stranger', async () => {
    const { ctx, id } = await withCustomer();
    const robert = await createCustomer(ctx, { name: 'Robert Smith', phone: PHONE });
    const jane = await createCustomer(ctx, { name: 'Jane Smith', phone: PHONE });
    await createCustomer(ctx, { name: 'Ann Lee', email: 'ann@example.com' });
    const { items } = await listDuplicates(ctx, id);
    expect(items.map(({ customer }) => customer.id)).toEqual([robert.id, jane.id]);
    expect(items[0]).toMatchObject({ customer: { name: 'Robert Smith', phone: '+16175550142' } });
    expect(items[0]?.evidence.map(({ key }) => key)).toEqual(['phone', 'name']);
    const back = await listDuplicates(ctx, robert.id);
    expect(back.items.find(({ customer }) => customer.id === id)?.confidence).toBe(
      items[0]?.confidence,
    );
  });
});

test.each([listCustomerConversations, listCustomerEvents, listCustomerAudit, listDuplicates])(
  '%o of a customer that is not there',
  async (list) => {
    const ctx = await testCtx();
    await expect(list(ctx, newId(), { limit: 5 })).rejects.toMatchObject({ code: 'not_found' });
  },
);
