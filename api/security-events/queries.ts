import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { securityEvents } from '../../db/schema/index.ts';
import type { CursorPosition } from '../platform/cursor.ts';
import type { TenantTx } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import { DENIALS, type Kind } from './kinds.ts';
import type { SecurityEvent } from './record-security-event.ts';

const DENIALS_PER_NETWORK_MINUTE = 10;
const DENIALS_PER_COMPANY_HOUR = 100;

/** Whether a row was inserted: not beyond the limits of refusals, nor for a company that does not exist. */
export async function insertSecurityEvent(
  tx: TenantTx,
  source: { companyId: string; network: string; requestId: string },
  { kind, actor, target, detail }: SecurityEvent,
): Promise<boolean> {
  const { companyId, network, requestId } = source;
  const shown = network.slice(0, NETWORK_MAX);
  const rows = await tx
    .execute(sql`
      insert into security_events (company_id, id, kind, actor_type, actor_id, target_type, target_id,
        network, detail, request_id)
      select ${companyId}::uuid, ${newId()}::uuid, ${kind}, ${actor?.type ?? null},
        ${actor?.id ?? null}::uuid, ${target?.type ?? null}, ${target?.id ?? null}::uuid, ${shown},
        ${detail ?? null}, ${requestId}
      where ${withinLimits(companyId, kind, shown)} and exists (select from companies)
      returning id`)
    .execute();
  return rows.length > 0;
}

const NETWORK_MAX = 60;

function withinLimits(companyId: string, kind: Kind, network: string): SQL {
  if (!DENIALS.has(kind)) return sql`true`;
  const hits = (subject: string, windowS: number) => sql`
    (select hits from door_count_hit(${`security-events:${companyId}:${kind}:${subject}`}, ${windowS}::int))`;
  return sql`case when ${hits(network, 60)} <= ${DENIALS_PER_NETWORK_MINUTE}
    then ${hits('all', 3600)} <= ${DENIALS_PER_COMPANY_HOUR} else false end`;
}

export interface EventFilter {
  kind?: Kind | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
}

export type SecurityEventRow = Awaited<ReturnType<typeof selectSecurityEvents>>[number];

/** Newest first, one row more than asked. */
export function selectSecurityEvents(
  tx: TenantTx,
  { kind, from, to }: EventFilter,
  page: { limit: number; after: CursorPosition | null },
) {
  return tx
    .select({
      event: securityEvents,
      actorName: nameOf(sql`${securityEvents.actorId}`),
      targetName: nameOf(sql`${securityEvents.targetId}`),
    })
    .from(securityEvents)
    .where(
      and(
        kind && eq(securityEvents.kind, kind),
        from && gte(securityEvents.createdAt, from),
        to && lt(securityEvents.createdAt, to),
        page.after ? lt(securityEvents.id, page.after.id) : undefined,
      ),
    )
    .orderBy(desc(securityEvents.id))
    .limit(page.limit + 1);
}

/** Null for a person who has left the company. */
const nameOf = (id: SQL) => sql<string | null>`coalesce(
  (select u.name from users u where u.id = ${id}),
  (select k.name from api_keys k where k.company_id = ${securityEvents.companyId} and k.id = ${id}))`;
