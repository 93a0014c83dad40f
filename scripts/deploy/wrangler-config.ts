import { unstable_readConfig as readConfig } from 'wrangler';
import { inRoot } from '../root.ts';

/** The part of wrangler.toml that our commands look at; wrangler's own type does not resolve. */
export interface WranglerConfig {
  name: string;
  compatibility_date: string;
  compatibility_flags: string[];
  assets: { not_found_handling: string; run_worker_first: string[] };
  durable_objects: { bindings: { name: string; class_name: string }[] };
  migrations: { new_sqlite_classes?: string[] }[];
  hyperdrive: { binding: string; id: string }[];
  r2_buckets: { binding: string }[];
  queues: { producers: { binding: string }[] };
  triggers: { crons: string[] };
  vars: Record<string, unknown>;
}

/** Reads wrangler.toml as wrangler understands it. */
export function wranglerConfig(): WranglerConfig {
  return readConfig({ config: inRoot('wrangler.toml') });
}
