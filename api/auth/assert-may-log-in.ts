import type { Database } from '../platform/database/connect.ts';
import { assertWithin, countHit } from '../platform/limits.ts';
import { settingOr } from '../platform/setting-or.ts';

const LOG_INS_PER_HOUR = 100; // people whose device is known are not counted

/**
 * Counts a log-in from the network: the throttle of an account does not see one password tried on many
 * accounts. Throws `rate_limited`.
 */
export async function assertMayLogIn(
  db: Database,
  network: string,
  perHour?: string,
): Promise<void> {
  const limit = {
    name: 'log-ins-per-ip',
    limit: settingOr(perHour, LOG_INS_PER_HOUR),
    windowS: 3600,
  };
  assertWithin(await countHit(db, limit, network));
}
