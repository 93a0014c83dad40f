import { whileNobodyElseBuilds } from './build/lock.ts';
import { assets, dashboard, widget } from './build/pages.ts';
import { makeIfChanged, type Part } from './build/stamp.ts';
import { gzipBytes, WORKER_BUNDLE, worker } from './build/worker.ts';
import { runCommand } from './run-command.ts';

async function report(part: Part): Promise<void> {
  const began = performance.now();
  if (!(await makeIfChanged(part))) return;
  console.log(`  built ${part.name} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

/** Brings dist/ up to date: pages and widget in dist/assets, the Worker in dist/worker. */
export async function build(): Promise<void> {
  await whileNobodyElseBuilds(async () => {
    await Promise.all([report(widget), report(dashboard)]);
    await report(assets);
    await report(worker);
  });
}

if (import.meta.main) {
  await runCommand(async () => {
    await build();
    console.log(`  Worker: ${Math.round(gzipBytes(WORKER_BUNDLE) / 1000)} kB gzip`);
  });
}
