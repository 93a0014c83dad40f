import { PlainError } from '../db/plain-error.ts';
import { QUIET_WRANGLER } from './build/worker.ts';
import { build } from './build.ts';
import { missingForDeploy, secretNames } from './deploy/missing.ts';
import { wranglerConfig } from './deploy/wrangler-config.ts';
import { inRoot } from './root.ts';
import { runCommand } from './run-command.ts';
import { runNode, type ToolResult } from './run-tool.ts';

const wrangler = (
  args: string[],
  show: boolean,
  env: Record<string, string> = { WRANGLER_SEND_METRICS: 'false' },
): Promise<ToolResult> =>
  runNode([inRoot('node_modules/wrangler/bin/wrangler.js'), ...args], { show, env });

async function assertNothingMissing(): Promise<void> {
  const { hyperdrive } = wranglerConfig();
  const { code, output } = await wrangler(['secret', 'list'], false);
  const missing = missingForDeploy({
    hyperdriveIds: hyperdrive.map(({ id }) => id),
    secrets: code === 0 ? secretNames(output) : null,
  });
  if (missing.length === 0) return;
  const list = missing.map((sentence) => `\n  - ${sentence}`).join('');
  throw new PlainError(`this cannot be deployed yet (docs/operations.md tells the steps):${list}`);
}

async function deploy(dryRun: boolean): Promise<void> {
  console.log('Building what Cloudflare gets …');
  await build();
  if (!dryRun) await assertNothingMissing();
  const { code } = dryRun
    ? await wrangler(['deploy', '--dry-run', '--outdir', 'dist/worker'], true, QUIET_WRANGLER)
    : await wrangler(['deploy'], true);
  if (code !== 0) throw new PlainError('wrangler did not finish; its own words above say why.');
  if (dryRun) console.log('Nothing was deployed: dist/worker and dist/assets are what would be.');
}

await runCommand(() => deploy(process.argv.includes('--dry-run')));
