import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import type { Page } from '../platform/cursor.ts';
import { inOneTrip } from '../platform/database/tenant-db.ts';
import { loadConfig } from './load-config.ts';
import { servicesOf } from './services-of.ts';
import type { ServiceView } from './views.ts';

/** What the company can price, all of it on one page; throws `calculator_not_configured`. */
export async function listServices(ctx: Ctx): Promise<Page<ServiceView>> {
  requirePermission(ctx.actor, 'calculator.read');
  const { config } = await inOneTrip(ctx, (tx) => loadConfig(tx));
  return { items: servicesOf(config), next_cursor: null };
}
