import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { fakeApi, fakeFeed, refusal } from '../../testing/fakes.ts';
import { conversation } from '../../testing/fixtures.ts';
import { ConversationList, FilterBar } from './conversation-list.tsx';
import { createInbox } from './inbox-store.ts';

afterEach(cleanup);

function show(table: Record<string, unknown>) {
  const { api, calls } = fakeApi(table);
  const live = fakeFeed();
  const inbox = createInbox(api, live.feed);
  const stop = inbox.start();
  render(
    <>
      <FilterBar inbox={inbox} />
      <ConversationList inbox={inbox} current="c2" />
    </>,
  );
  return { inbox, live, calls, stop };
}

test('a skeleton first, then each conversation with who, what and how much', async () => {
  const { stop } = show({
    'GET /api/conversations': {
      items: [
        conversation({
          id: 'c1',
          status: 'human',
          last_message: {
            role: 'assistant',
            text: 'It is **$12**',
            created_at: '2026-11-21T09:00:00Z',
          },
          quote_total: { amount: 491250, currency: 'USD' },
        }),
        conversation({ id: 'c2', customer: { id: 'k', name: 'Maria Lopez' } }),
      ],
      next_cursor: null,
    },
  });
  expect(screen.getByRole('status', { name: 'Loading conversations' })).toBeDefined();
  const first = await screen.findByRole('link', { name: /Dana/ });
  expect(first.getAttribute('href')).toBe('/inbox/c1');
  for (const text of ['Assistant: It is $12', 'Wants a person', 'Not linked', '$4,912.50']) {
    expect(first.textContent).toContain(text);
  }
  const second = screen.getByRole('link', { name: /Maria Lopez/ });
  expect(second.getAttribute('aria-current')).toBe('true');
  expect(second.textContent).toContain('nothing written yet');
  stop();
});

test("the preview shows a visitor's words as written, with the target of a link", async () => {
  const text = '[https://bank.example](https://evil.example) **now**';
  const { stop } = show({
    'GET /api/conversations': {
      items: [
        conversation({
          last_message: { role: 'visitor', text, created_at: '2026-11-21T09:00:00Z' },
        }),
      ],
      next_cursor: null,
    },
  });
  expect((await screen.findByRole('link')).textContent).toContain(text);
  stop();
});

test('an unseen message is marked for ears too', async () => {
  const { inbox, stop } = show({
    'GET /api/conversations': { items: [conversation()], next_cursor: null },
  });
  await screen.findByRole('link');
  inbox.unseen.value = new Set(['c1']);
  expect(await screen.findByRole('img', { name: 'New message' })).toBeDefined();
  stop();
});

test('an empty inbox teaches the next step', async () => {
  const { stop } = show({ 'GET /api/conversations': { items: [], next_cursor: null } });
  expect(await screen.findByText('No conversations yet')).toBeDefined();
  expect(screen.getByRole('list').textContent).toContain('Copy the script tag');
  expect(screen.getByRole('link', { name: 'Set up a site' }).getAttribute('href')).toBe('/sites');
  stop();
});

test('an error stands in place and can be tried again', async () => {
  const table: Record<string, unknown> = {
    'GET /api/conversations': refusal(503, 'database_unavailable'),
  };
  const { stop } = show(table);
  expect((await screen.findByRole('alert')).textContent).toContain('database_unavailable');
  table['GET /api/conversations'] = { items: [conversation()], next_cursor: null };
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: /Dana/ })).toBeDefined();
  stop();
});

test('filters ask the API and say which one is on', async () => {
  const { calls, stop } = show({
    'GET /api/conversations': { items: [conversation()], next_cursor: null },
    'GET /api/conversations?limit=30&filter=human': { items: [], next_cursor: null },
  });
  await screen.findByRole('link', { name: /Dana/ });
  fireEvent.click(screen.getByRole('button', { name: 'Wants a person' }));
  expect(await screen.findByText('Nobody is waiting')).toBeDefined();
  expect(calls.at(-1)).toContain('filter=human');
  const pressed = screen.getByRole('button', { name: 'Wants a person' });
  expect(pressed.getAttribute('aria-pressed')).toBe('true');
  stop();
});

test('more pages come by button', async () => {
  const page = 'GET /api/conversations?limit=30&filter=all';
  const { stop } = show({
    [page]: { items: [conversation()], next_cursor: 'x' },
    'GET /api/conversations?limit=30&cursor=x&filter=all': {
      items: [conversation({ id: 'c9', contact: { ...conversation().contact, name: 'Zoe' } })],
      next_cursor: null,
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Show more' }));
  expect(await screen.findByRole('link', { name: /Zoe/ })).toBeDefined();
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull());
  stop();
});
