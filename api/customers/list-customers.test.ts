import { beforeAll, describe, expect, test } from 'vitest';
import { customers } from '../../db/schema/index.ts';
import { testCtx } from '../../db/testing/index.ts';
import type { Ctx } from '../context.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { createCustomer } from './create-customer.ts';
import { deleteCustomer } from './delete-customer.ts';
import { type ListCustomersInput, listCustomers } from './list-customers.ts';
import { searchWords } from './search-words.ts';

let ctx: Ctx;

beforeAll(async () => {
  ctx = await testCtx();
  const people = [
    { name: 'María Łopez', email: 'maria@example.com', phone: '617-555-0142', tags: ['vip'] },
    { name: 'Bob 100% Smith', phone: '020 7946 0958', country: 'GB', stage: 'customer' as const },
    { name: 'Ann Lee', address: '12 Oak_Grove St, Springfield', source: 'import' },
    { name: 'Zed Gone', email: 'zed@example.com' },
  ];
  for (const person of people) {
    const { id } = await createCustomer(ctx, person);
    if (person.name === 'Zed Gone') await deleteCustomer(ctx, id);
  }
  await createCustomer(await testCtx(), { name: 'Maria Foreign', email: 'maria@example.com' });
});

const names = async (input: Partial<ListCustomersInput>) => {
  const page = await listCustomers(ctx, { sort_by: 'name', limit: 25, ...input });
  return page.items.map(({ name }) => name?.split(' ')[0]);
};

describe('listCustomers', () => {
  test.each([
    ['maria', ['María']],
    ['lopez MARIA', ['María']],
    ['ŁOPEZ', ['María']],
    ['(617) 555', ['María']],
    ['0142', ['María']],
    ['020 7946', ['Bob']],
    ['100%', ['Bob']],
    ['%', ['Bob']],
    ['oak_grove', ['Ann']],
    ['a', ['Ann', 'María']],
    ["'; drop table customers; --", []],
    ['\\', []],
    ['zed', []],
    ['  ', ['Ann', 'Bob', 'María']],
  ])('searching for "%s" finds %j', async (search, found) => {
    expect(await names({ search })).toEqual(found);
  });

  test.each<[Partial<ListCustomersInput>, string[]]>([
    [{ stage: 'customer' }, ['Bob']],
    [{ tag: 'vip' }, ['María']],
    [{ source: 'import' }, ['Ann']],
    [{ has_email: true }, ['María']],
    [{ has_phone: false }, ['Ann']],
    [{ has_email: false, has_phone: true }, ['Bob']],
    [{ created_from: '2999-01-01T00:00:00Z' }, []],
    [
      { created_from: '2000-01-01T00:00:00Z', created_to: '2999-01-01T00:00:00Z', tag: 'vip' },
      ['María'],
    ],
    [{ sort_order: 'desc' }, ['María', 'Bob', 'Ann']],
    [{ sort_by: 'created_at' }, ['Ann', 'Bob', 'María']],
    [{ sort_by: 'last_activity_at', sort_order: 'asc' }, ['María', 'Bob', 'Ann']],
  ])('%j gives %j', async (input, found) => {
    expect(await names(input)).toEqual(found);
  });

  test.each(['last_activity_at', 'created_at', 'name'] as const)(
    'by %s, pages cover every customer once, also where the values are equal to the microsecond',
    async (sort_by) => {
      const many = await testCtx();
      for (let i = 0; i < 7; i++) await createCustomer(many, { name: i % 2 ? 'Ann' : 'Bob' });
      const lastActivityAt = new Date();
      await withTenant(many, (tx) =>
        tx.update(customers).set({ lastActivityAt, createdAt: lastActivityAt }),
      );
      for (const sort_order of ['asc', 'desc'] as const) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await listCustomers(many, { sort_by, sort_order, limit: 2, cursor });
          seen.push(...page.items.map(({ id }) => id));
          cursor = page.next_cursor ?? undefined;
        } while (cursor);
        expect(seen).toHaveLength(7);
        expect(new Set(seen).size).toBe(7);
      }
    },
  );

  test('refuses a cursor of its own making', async () => {
    await expect(names({ cursor: 'bm9uc2Vuc2U' })).rejects.toMatchObject({
      code: 'cursor_invalid',
    });
  });
});

test.each([
  ['+1 (617) 555-0142', ['16175550142']],
  ['007', ['7']],
  ['12 Oak', ['12', 'oak']],
  ['Ada (617) 555-0142', ['ada', '617', '5550142']],
  ['12', ['12']],
])('"%s" is searched for as %j', (search, words) => {
  expect(searchWords(search)).toEqual(words);
});
