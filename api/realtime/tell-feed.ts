import type { Env } from '../env.ts';

/**
 * Tells the company's feed that its outbox has news. Best effort: what is missed is told with the next
 * news or when a dashboard connects again.
 */
export async function tellFeed(env: Pick<Env, 'COMPANY_FEED'>, companyId: string): Promise<void> {
  const feed = env.COMPANY_FEED.get(env.COMPANY_FEED.idFromName(companyId));
  await feed.fetch(`https://feed/${companyId}`, { method: 'POST' }).catch(() => {});
}
