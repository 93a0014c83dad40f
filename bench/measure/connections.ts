import postgres from 'postgres';

const SAMPLE_MS = 250;

/** Counts the runtime role's connections to each database, over a connection that is not one of them. */
export class ConnectionSampler {
  private readonly sql: postgres.Sql;
  private readonly peaks = new Map<string, number>();
  private readonly timer: NodeJS.Timeout;

  constructor(superuserUrl: string) {
    this.sql = postgres(superuserUrl, { max: 1, onnotice: () => {} });
    this.timer = setInterval(() => this.sample().catch(() => {}), SAMPLE_MS);
  }

  /** Counts once, now; also remembered as a peak. */
  async sample(): Promise<Map<string, number>> {
    const rows = await this.sql<{ database: string; count: number }[]>`
      select datname as database, count(*)::int as count from pg_stat_activity
      where usename = 'tradesphere_app' group by datname`;
    for (const { database, count } of rows) {
      this.peaks.set(database, Math.max(count, this.peaks.get(database) ?? 0));
    }
    return new Map(rows.map(({ database, count }) => [database, count]));
  }

  /** The most connections at once since the last reset. */
  peakOf(database: string): number {
    return this.peaks.get(database) ?? 0;
  }

  reset(): void {
    this.peaks.clear();
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.sql.end({ timeout: 1 });
  }
}
