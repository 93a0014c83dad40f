import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { wranglerConfig } from '../deploy/wrangler-config.ts';
import { localWorkers } from './worker-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'tradesphere-options-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'worker.js'), 'export default {}');

const deployed = wranglerConfig();
const options = {
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
  const patterns = deployed.assets.run_worker_first.map((path) => `*${path}`);
  const routes = (local.triggers ?? []).filter(({ type }) => type === 'fetch');
  expect(routes).toEqual(patterns.map((pattern) => ({ type: 'fetch', pattern })));
});

test('the local bindings are those of wrangler.toml and the secret, no more and no fewer', () => {
  const names = [
    ...deployed.durable_objects.bindings.map(({ name }) => name),
    ...deployed.hyperdrive.map(({ binding }) => binding),
    ...deployed.r2_buckets.map(({ binding }) => binding),
    ...deployed.queues.producers.map(({ binding }) => binding),
    ...Object.keys(deployed.vars),
    'TOKEN_SECRET',
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

test('on this machine, one more Durable Object shares the Postgres connections, and is never evicted', () => {
  const [, { config: shared }] = localWorkers(options);
  const added = Object.keys(shared.env ?? {}).filter((name) => !(name in (local.env ?? {})));
  expect(added).toEqual(['API_HOST']);
  expect(shared.exports?.ApiHost).toMatchObject({ unsafePreventEviction: true });
});

test('the schedule runs as deployed', () => {
  const schedules = (local.triggers ?? []).filter(({ type }) => type === 'scheduled');
  expect(schedules).toEqual(
    deployed.triggers.crons.map((schedule) => ({ type: 'scheduled', schedule })),
  );
});
