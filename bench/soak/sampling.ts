import type { ConnectionSampler } from '../measure/connections.ts';
import { memoryMbOf } from '../measure/process-cost.ts';
import { median, percentile } from '../measure/stats.ts';
import type { Stage } from '../stage/stage.ts';
import type { Entry } from '../traffic/traffic-log.ts';
import type { StaffLog } from './staff.ts';
import type { Sample } from './verdict.ts';

export interface SoakLogs {
  visitors: Entry[];
  staff: StaffLog;
}

/** Reads everything over the interval that ends now and empties the logs; prints failures. */
export function takeSample(
  minute: number,
  { cluster, tradesphere }: Stage,
  connections: ConnectionSampler,
  logs: SoakLogs,
): Sample {
  const entries = logs.visitors.splice(0);
  const firstTokenMs = entries.flatMap((one) => (one.kind === 'message' ? [one.firstTokenMs] : []));
  const failures = entries.flatMap((one) => (one.kind === 'failure' ? [one.what] : []));
  failures.push(...logs.staff.failures.splice(0));
  for (const what of new Set(failures)) console.log(`  failed: ${what}`);
  const sample = {
    minute,
    workerMb: memoryMbOf(tradesphere.pid),
    postgresMb: memoryMbOf(cluster.pid),
    connections: connections.peakOf(tradesphere.database),
    messages: firstTokenMs.length,
    p50: median(firstTokenMs),
    p99: percentile(firstTokenMs, 0.99),
    staffP50: median(logs.staff.customersMs.splice(0)),
    failures: failures.length,
  };
  connections.reset();
  return sample;
}
