import { join } from 'node:path';
import { appUrl } from '../db/migrate.ts';
import { PlainError } from '../db/plain-error.ts';
import { WORKER_BUNDLE } from './build/worker.ts';
import { inRoot } from './root.ts';
import { runCommand } from './run-command.ts';
import { runNode } from './run-tool.ts';
import { runCrons } from './start/crons.ts';
import { prepareDataDir, tokenSecret, useOwnTemporaryFolder } from './start/data-dir.ts';
import { bringUp, runEmbedded } from './start/database.ts';
import { type Ending, StopRequested, watchForEnding } from './start/ending.ts';
import { assertPortFree } from './start/port.ts';
import { type Launcher, launcher } from './start/process-identity.ts';
import { readyLine } from './start/ready-line.ts';
import { claimDataDir } from './start/runner-file.ts';
import { readSettings, type Settings } from './start/settings.ts';
import { runWorker } from './start/worker.ts';

/** How to stop what was started, in the order it was started. */
type Stops = (() => Promise<void> | void)[];

/** In a process of its own, so that the memory it takes is given back. */
async function buildAside(signal: AbortSignal): Promise<void> {
  console.log('Building widget, dashboard and Worker (only what changed) …');
  const result = await runNode([inRoot('scripts/build.ts')], { show: true, signal });
  signal.throwIfAborted();
  if (result.code !== 0) throw new PlainError('The build failed; see above.');
}

async function database(settings: Settings, ending: Ending, stops: Stops): Promise<string> {
  if (settings.databaseUrl) {
    console.log('Checking the database that DATABASE_URL names …');
    await Promise.race([bringUp(settings.databaseUrl, { demo: false }), ending.reached()]);
    return settings.databaseUrl;
  }
  console.log('Starting the embedded Postgres …');
  return runEmbedded(settings.dataDir, ending, stops);
}

async function run(settings: Settings, by: Launcher, ending: Ending, stops: Stops): Promise<never> {
  prepareDataDir(settings.dataDir);
  const claim = await claimDataDir(settings.dataDir, settings.port, by);
  stops.push(claim.release);
  useOwnTemporaryFolder(settings.dataDir);
  await assertPortFree(settings.port);
  const ownerUrl = await database(settings, ending, stops);
  ending.signal.throwIfAborted();
  await buildAside(ending.signal);
  const options = {
    bundle: WORKER_BUNDLE,
    assets: inRoot('dist/assets'),
    databaseUrl: appUrl(ownerUrl),
    vars: { ...settings.vars, TOKEN_SECRET: tokenSecret(settings.dataDir) },
    port: settings.port,
    trustedProxy: settings.trustedProxy,
    stateFolder: join(settings.dataDir, 'state'),
  };
  const worker = await runWorker(options, ending, claim.noteWorkerd);
  stops.push(worker.stop, runCrons(worker.current));
  console.log(readyLine(settings));
  return ending.reached();
}

await runCommand(async () => {
  const stops: Stops = [];
  const by = launcher();
  const ending = watchForEnding(by);
  try {
    await run(readSettings(process.env, process.cwd()), by, ending, stops);
  } catch (error) {
    if (!(error instanceof StopRequested)) throw error;
    console.log('Stopping …');
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
});
process.exit();
