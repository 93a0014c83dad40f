import type { Env } from '../env.ts';

/** How long a room keeps quiet after it rang and nobody was there. */
export const QUIET_MS = 2_000;

/**
 * Tells a company's feed that its outbox has news. Best effort: what is missed is told with the next
 * news, by the feed's own look at whoever has just come, or when a dashboard connects again.
 */
export class FeedBell {
  private quietUntil = 0;
  private readonly env: Pick<Env, 'COMPANY_FEED'>;
  private readonly companyId: string;

  constructor(env: Pick<Env, 'COMPANY_FEED'>, companyId: string) {
    this.env = env;
    this.companyId = companyId;
  }

  /** Rings, unless nobody was listening a moment ago. */
  async ring(now: number): Promise<void> {
    if (now < this.quietUntil) return;
    const { COMPANY_FEED } = this.env;
    const feed = COMPANY_FEED.get(COMPANY_FEED.idFromName(this.companyId));
    try {
      const response = await feed.fetch(`https://feed/${this.companyId}`, { method: 'POST' });
      if (response.headers.get('X-Listeners') === '0') this.quietUntil = now + QUIET_MS;
    } catch {
      // the feed looks by itself
    }
  }
}
