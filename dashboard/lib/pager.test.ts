import { expect, test } from 'vitest';
import { createPager, joinFresh } from './pager.ts';
import type { Page } from './wire.ts';

interface Row {
  id: string;
}
const rows = (...ids: string[]): Row[] => ids.map((id) => ({ id }));
const ids = (list: Row[]) => list.map((row) => row.id).join('');

/** A pager whose answers are given by hand, in any order. */
function byHand() {
  const asked: {
    cursor: string | null;
    abort: AbortSignal;
    answer: (page: Page<Row>) => void;
    fail: () => void;
  }[] = [];
  const pager = createPager<Row>(
    (cursor, abort) =>
      new Promise((resolve, reject) => {
        asked.push({ cursor, abort, answer: resolve, fail: () => reject(new Error('down')) });
      }),
    (row) => row.id,
  );
  const call = (index: number) => {
    const found = asked[index];
    if (!found) throw new Error(`no call ${index}`);
    return found;
  };
  return { pager, asked, call };
}

test('loads page after page to the end', async () => {
  const { pager, asked, call } = byHand();
  const loading = pager.load();
  expect(pager.status.value).toBe('loading');
  call(0).answer({ items: rows('a', 'b'), next_cursor: '2' });
  await loading;
  expect(pager.status.value).toBe('ready');
  const more = pager.more();
  void pager.more();
  expect(asked).toHaveLength(2);
  expect(call(1).cursor).toBe('2');
  call(1).answer({ items: rows('b', 'c'), next_cursor: null });
  await more;
  expect(ids(pager.items.value)).toBe('abc');
  expect(pager.hasMore.value).toBe(false);
  await pager.more();
  expect(asked).toHaveLength(2);
});

test('an answer that was overtaken is thrown away', async () => {
  const { pager, call } = byHand();
  const first = pager.load();
  const second = pager.load();
  call(1).answer({ items: rows('new'), next_cursor: null });
  await second;
  call(0).answer({ items: rows('old'), next_cursor: null });
  await first;
  expect(call(0).abort.aborted).toBe(true);
  expect(ids(pager.items.value)).toBe('new');
});

test('a failure shows, and loading again clears it', async () => {
  const { pager, call } = byHand();
  const loading = pager.load();
  call(0).fail();
  await loading;
  expect(pager.status.value).toBe('error');
  const again = pager.load();
  expect(pager.error.value).toBeNull();
  call(1).answer({ items: rows('a'), next_cursor: null });
  await again;
  expect(ids(pager.items.value)).toBe('a');
});

test('a later page that fails keeps what is there and can be tried again', async () => {
  const { pager, call } = byHand();
  const loading = pager.load();
  call(0).answer({ items: rows('a'), next_cursor: '1' });
  await loading;
  const more = pager.more();
  call(1).fail();
  await more;
  expect(pager.moreError.value).not.toBeNull();
  expect(pager.loadingMore.value).toBe(false);
  expect(ids(pager.items.value)).toBe('a');
});

test('refreshing puts news on top and keeps the pages below', async () => {
  const { pager, call } = byHand();
  const loading = pager.load();
  call(0).answer({ items: rows('a', 'b'), next_cursor: '2' });
  await loading;
  const more = pager.more();
  call(1).answer({ items: rows('c', 'd'), next_cursor: '4' });
  await more;
  const refresh = pager.refresh();
  expect(pager.status.value).toBe('ready');
  call(2).answer({ items: rows('new', 'a'), next_cursor: '2' });
  await refresh;
  expect(ids(pager.items.value)).toBe('newabcd');
});

test('refreshing that fails leaves the list alone', async () => {
  const { pager, call } = byHand();
  const loading = pager.load();
  call(0).answer({ items: rows('a'), next_cursor: null });
  await loading;
  const refresh = pager.refresh();
  call(1).fail();
  await refresh;
  expect(pager.status.value).toBe('ready');
  expect(ids(pager.items.value)).toBe('a');
});

test('replacing keeps the old rows on screen until the new ones are there', async () => {
  const { pager, call } = byHand();
  const loading = pager.load();
  call(0).answer({ items: rows('a'), next_cursor: null });
  await loading;
  const replace = pager.replace();
  expect(pager.status.value).toBe('ready');
  expect(ids(pager.items.value)).toBe('a');
  call(1).answer({ items: rows('z'), next_cursor: null });
  await replace;
  expect(ids(pager.items.value)).toBe('z');
});

test('a stopped pager takes no answer', async () => {
  const { pager, call } = byHand();
  const loading = pager.load();
  pager.stop();
  call(0).answer({ items: rows('a'), next_cursor: null });
  await loading;
  expect(pager.items.value).toEqual([]);
});

test('a first page that shares nothing with the list replaces it', () => {
  expect(joinFresh(rows('x', 'y'), rows('a', 'b'), (row) => row.id)).toBeNull();
  expect(joinFresh([], rows('a'), (row: Row) => row.id)).toBeNull();
});
