import { connectShared } from '../../api/platform/database/connect.ts';
import type { Pool } from '../../api/platform/database/pool.ts';

const WARM_UP_S = 0.01; // long enough for each statement to need a connection of its own

/** The runtime role's shared connections, for races. They are made beforehand: no test measures connecting. */
export async function pool(url: string, connections: number): Promise<Pool> {
  const shared = connectShared(url, connections);
  const leases = Array.from({ length: connections }, (_, i) => shared.lease(String(i)));
  const sleeps = leases.map(async (leasing) => {
    const lease = await leasing;
    await lease.sql`select pg_sleep(${WARM_UP_S})`;
    lease.release();
  });
  await Promise.all(sleeps);
  return shared;
}
