import { expect, test } from 'vitest';
import { testCtx } from '../../db/testing/index.ts';
import { makeSession } from '../leads/testing.ts';
import { newId } from '../platform/ids.ts';
import { listConversationMessages } from './list-conversation-messages.ts';

const missing = { code: 'not_found' };

test('a conversation in which nothing was said has no messages', async () => {
  const ctx = await testCtx();
  const page = await listConversationMessages(ctx, await makeSession(ctx), { limit: 5 });
  expect(page).toEqual({ items: [], next_cursor: null });
});

test('one that is not there, or is of another company, is not found', async () => {
  const ctx = await testCtx();
  const theirs = await makeSession(await testCtx());
  for (const id of [newId(), theirs]) {
    await expect(listConversationMessages(ctx, id, { limit: 5 })).rejects.toMatchObject(missing);
  }
});
