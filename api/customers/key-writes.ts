import { and, eq, inArray, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { customerMatchingKeys as keys } from '../../db/schema/customers.ts';
import type { Ctx } from '../context.ts';
import type { TenantTx } from '../platform/database/tenant-db.ts';
import { matchingKeys, nameKeyOf, setAside } from './match/customer-keys.ts';
import type { PersonValues } from './match/person.ts';

/** A customer with the keys it holds, as gathered under their locks. */
export interface KeyHolder {
  id: string;
  keys: { kind: 'email' | 'phone'; value: string; name_key: string }[];
}

type WriteCtx = Pick<Ctx, 'companyId'>;

/**
 * Gives a customer the keys of these values; none when there is no e-mail or phone among them. A place
 * that one of the others is known to hold is shared openly; one that somebody took unseen is an error
 * (23505), after which the decision must be taken again. Not sent until executed.
 */
export function insertKeys(
  tx: TenantTx,
  { companyId }: WriteCtx,
  customerId: string,
  values: PersonValues,
  name: string | null | undefined,
  others: KeyHolder[],
): SQLWrapper[] {
  const nameKey = nameKeyOf(name);
  const rows = matchingKeys(values).map(({ kind, value }) => {
    const taken = others.some(
      (other) =>
        other.id !== customerId &&
        other.keys.some((k) => k.kind === kind && k.value === value && k.name_key === nameKey),
    );
    return {
      companyId,
      customerId,
      kind,
      value,
      nameKey: taken ? setAside(nameKey, customerId) : nameKey,
    };
  });
  if (rows.length === 0) return [];
  const target = [keys.companyId, keys.kind, keys.value, keys.customerId];
  return [tx.insert(keys).values(rows).onConflictDoNothing({ target })];
}

/** Follows a change of name, except where somebody of the new name holds the place already. */
export function renameKeys(
  tx: TenantTx,
  { companyId }: WriteCtx,
  customerId: string,
  before: string | null,
  after: string | null,
): SQLWrapper[] {
  const [from, to] = [nameKeyOf(before), nameKeyOf(after)];
  if (from === to) return [];
  return [
    tx
      .update(keys)
      .set({ nameKey: to })
      .where(
        and(
          eq(keys.companyId, companyId),
          eq(keys.customerId, customerId),
          eq(keys.nameKey, from),
          isFree(sql`${to}::text`),
        ),
      ),
  ];
}

/** Leaves the customer's keys in place but gives up its places, for others to take. */
export function giveUpPlaces(tx: TenantTx, { companyId }: WriteCtx, customerId: string) {
  return tx
    .update(keys)
    .set({ nameKey: sql`split_part(${keys.nameKey}, '#', 1) || '#' || ${customerId}::text` })
    .where(and(eq(keys.companyId, companyId), eq(keys.customerId, customerId)));
}

/** Takes the customer's places back as far as nobody has taken them meanwhile. */
export function takePlacesBack(tx: TenantTx, { companyId }: WriteCtx, customerId: string) {
  const place = sql`split_part(${keys.nameKey}, '#', 1)`;
  return tx
    .update(keys)
    .set({ nameKey: place })
    .where(and(eq(keys.companyId, companyId), eq(keys.customerId, customerId), isFree(place)));
}

/** Removes keys by value. */
export function deleteKeys(
  tx: TenantTx,
  { companyId }: WriteCtx,
  customerId: string,
  kind: 'email' | 'phone',
  values: string[],
) {
  return tx
    .delete(keys)
    .where(
      and(
        eq(keys.companyId, companyId),
        eq(keys.customerId, customerId),
        eq(keys.kind, kind),
        inArray(keys.value, values),
      ),
    );
}

function isFree(nameKey: SQLWrapper) {
  const holder = alias(keys, 'holder');
  return sql`not exists (select from ${keys} as holder
    where ${holder.companyId} = ${keys.companyId} and ${holder.kind} = ${keys.kind}
      and ${holder.value} = ${keys.value} and ${holder.nameKey} = ${nameKey}
      and ${holder.customerId} <> ${keys.customerId})`;
}
