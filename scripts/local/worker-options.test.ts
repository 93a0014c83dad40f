import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { wranglerConfig } from '../deploy/wrangler-config.ts';
import { FILES_BINDING, WORKER_PATHS } from './entry-modules.ts';
import { localWorkers } from './worker-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'tradesphere-options-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'worker.js'), 'export default {}');

const deployed = wranglerConfig();
const options = {
  port: 0,
  bundle: join(folder, 'worker.js'),
  assets: folder,
  databaseUrl: 'postgres://app:secret@127.0.0.1:5432/shop',
  vars: { TOKEN_SECRET: 'secret' },
};
const [{ config: files }, { config: local }] = localWorkers({ ...options, shared: false });

test('the local Worker is the deployed one: name, date, flags', () => {
  expect(local).toMatchObject({
    name: deployed.name,
    compatibilityDate: deployed.compatibility_date,
    compatibilityFlags: deployed.compatibility_flags,
  });
});

test('the Worker gets the paths that it gets deployed, the files all others', () => {
  expect(files.assets).toMatchObject({ notFoundHandling: deployed.assets.not_found_handling });
  expect(deployed.assets.run_worker_first).toEqual([`${WORKER_PATHS}*`]);
});

test('the local bindings are those of wrangler.toml, the secret and the files', () => {
  const names = [
    ...deployed.durable_objects.bindings.map(({ name }) => name),
    ...deployed.hyperdrive.map(({ binding }) => binding),
    ...deployed.r2_buckets.map(({ binding }) => binding),
    ...deployed.queues.producers.map(({ binding }) => binding),
    ...Object.keys(deployed.vars),
    'TOKEN_SECRET',
    FILES_BINDING,
  ];
  expect(Object.keys(local.env ?? {}).sort()).toEqual(names.sort());
});

test('every Durable Object class keeps its data in SQLite, here and there', () => {
  const classes = deployed.migrations.flatMap((step) => step.new_sqlite_classes ?? []);
  expect(Object.keys(local.exports ?? {}).sort()).toEqual(['ApiHost', ...classes].sort());
  for (const { name, class_name } of deployed.durable_objects.bindings) {
    expect(local.env?.[name]).toMatchObject({ exportName: class_name });
  }
});

test('on one machine, a Durable Object that is never evicted shares connections, and the model has a way of its own', () => {
  const [, { config: shared }] = localWorkers(options);
  const added = Object.keys(shared.env ?? {}).filter((name) => !(name in (local.env ?? {})));
  expect(added).toEqual(['API_HOST', 'NETWORK']);
  expect(shared.exports?.ApiHost).toMatchObject({ unsafePreventEviction: true });
});

test('the schedule runs as deployed', () => {
  const schedules = (local.triggers ?? []).filter(({ type }) => type === 'scheduled');
  expect(schedules).toEqual(
    deployed.triggers.crons.map((schedule) => ({ type: 'scheduled', schedule })),
  );
});
