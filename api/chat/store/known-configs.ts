import type { LoadedRow } from './loaded.ts';

type Config = NonNullable<LoadedRow['config']>;

const COMPANIES_MAX = 500; // about 20 kB each

/**
 * The price lists that this isolate has read, the newest of each company: conversations of a company share one
 * object, and with it everything that is worked out from it.
 */
export class KnownConfigs {
  private readonly configs = new Map<string, Config>();

  /** The version that need not be read again; 0 when none is known. */
  versionOf(companyId: string): number {
    return this.configs.get(companyId)?.version ?? 0;
  }

  /** What was read, with the known price list where it has only the version of it. */
  complete(companyId: string, row: LoadedRow): LoadedRow {
    const { config } = row;
    if (!config) return row;
    const known = this.configs.get(companyId);
    if (known?.version === config.version) return { ...row, config: known };
    this.configs.delete(companyId);
    this.configs.set(companyId, config);
    const [oldest] = this.configs.keys();
    if (this.configs.size > COMPANIES_MAX && oldest) this.configs.delete(oldest);
    return row;
  }
}
