import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { decodeCursor, type Page, toPage } from '../platform/cursor.ts';
import { inOneTrip } from '../platform/database/tenant-db.ts';
import { customerView } from './customer-view.ts';
import { customersQuery } from './queries.ts';
import { searchWords } from './search-words.ts';
import type { CustomerView, Stage } from './views.ts';

export interface ListCustomersInput {
  search?: string | undefined;
  stage?: Stage | undefined;
  tag?: string | undefined;
  source?: string | undefined;
  has_email?: boolean | undefined;
  has_phone?: boolean | undefined;
  /** ISO instants; `from` is within, `to` is not. */
  created_from?: string | undefined;
  created_to?: string | undefined;
  sort_by: 'last_activity_at' | 'created_at' | 'name';
  sort_order?: 'asc' | 'desc' | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** The company's customers by page; names sort from A, times from the latest, unless told otherwise. */
export async function listCustomers(
  ctx: Ctx,
  input: ListCustomersInput,
): Promise<Page<CustomerView>> {
  requirePermission(ctx.actor, 'customers.read');
  const { search, cursor, limit, ...filters } = input;
  const after = decodeCursor(cursor);
  const question = {
    ...filters,
    sort_order: filters.sort_order ?? (filters.sort_by === 'name' ? 'asc' : 'desc'),
    words: searchWords(search ?? ''),
    limit: limit + 1,
    ...(after ? { after_id: after.id, after_at: after.at } : {}),
  };
  const rows = await inOneTrip(ctx, (tx) => customersQuery(tx, question).execute());
  return toPage(rows, limit, customerView, ({ at, id }) => ({ at, id }));
}
