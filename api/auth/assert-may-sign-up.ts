import type { Database } from '../platform/database/connect.ts';
import { clientNetwork } from '../platform/http/client-network.ts';
import { assertWithin, countHit } from '../platform/limits.ts';
import { settingOr } from '../platform/setting-or.ts';

const SIGN_UPS_PER_HOUR = 10;

/** Counts a sign-up of the address. Throws `rate_limited` over the limit. */
export async function assertMaySignUp(
  db: Database,
  ip: string | undefined,
  perHour?: string,
): Promise<void> {
  const limit = {
    name: 'sign-ups-per-ip',
    limit: settingOr(perHour, SIGN_UPS_PER_HOUR),
    windowS: 3600,
  };
  assertWithin(await countHit(db, limit, clientNetwork(ip)));
}
