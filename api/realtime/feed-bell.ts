import type { Env } from '../env.ts';

type FeedEnv = Pick<Env, 'COMPANY_FEED'>;

/** How long rooms keep quiet after one of them rang and nobody was there. */
export const QUIET_MS = 2_000;

/** For each company: what one room has found, the others of this isolate need not find out. */
const quietUntil = new Map<string, number>();

/** Has a company's feed end the sockets of log-ins that have ended. Best effort: else it finds them itself. */
export async function endFeedsOfTheGone(env: FeedEnv, companyId: string): Promise<void> {
  try {
    const { COMPANY_FEED } = env;
    const feed = COMPANY_FEED.get(COMPANY_FEED.idFromName(companyId));
    await feed.fetch(`https://feed/${companyId}?check`, { method: 'POST' });
  } catch {
    // found within a minute
  }
}

/**
 * Tells a company's feed that its outbox has news. Best effort: what is missed is told with the next
 * news, by the feed's own look at whoever has just come, or when a dashboard connects again.
 */
export class FeedBell {
  private readonly env: FeedEnv;
  private readonly companyId: string;

  constructor(env: FeedEnv, companyId: string) {
    this.env = env;
    this.companyId = companyId;
  }

  /** False where nobody was listening a moment ago: then there is no use in ringing. */
  isHeard(now: number): boolean {
    return now >= (quietUntil.get(this.companyId) ?? 0);
  }

  async ring(now: number): Promise<void> {
    const { COMPANY_FEED } = this.env;
    const feed = COMPANY_FEED.get(COMPANY_FEED.idFromName(this.companyId));
    try {
      const response = await feed.fetch(`https://feed/${this.companyId}`, { method: 'POST' });
      if (response.headers.get('X-Listeners') === '0')
        quietUntil.set(this.companyId, now + QUIET_MS);
      else quietUntil.delete(this.companyId);
    } catch {
      // the feed looks by itself
    }
  }
}
