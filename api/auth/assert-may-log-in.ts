import type { Database } from '../platform/database/connect.ts';
import { clientNetwork } from '../platform/http/client-network.ts';
import { assertWithin, countHit } from '../platform/limits.ts';
import { settingOr } from '../platform/setting-or.ts';

const LOG_INS_PER_HOUR = 600; // a large office in the morning; guesses at as many people are not

/**
 * Counts a try to log in from the address. The lock of an e-mail address does not see who tries one
 * password on many people, and each try is a quarter of a second's work. Throws `rate_limited`.
 */
export async function assertMayLogIn(
  db: Database,
  ip: string | undefined,
  perHour?: string,
): Promise<void> {
  const limit = {
    name: 'log-ins-per-ip',
    limit: settingOr(perHour, LOG_INS_PER_HOUR),
    windowS: 3600,
  };
  assertWithin(await countHit(db, limit, clientNetwork(ip)));
}
