import { PlainError } from '../db/plain-error.ts';
import { brokenLayout } from './check/layout.ts';
import { inRoot } from './root.ts';
import { runCommand } from './run-command.ts';
import { runNode, type ToolResult } from './run-tool.ts';

interface Step {
  name: string;
  run(): Promise<ToolResult>;
}

const tool =
  (script: string, ...args: string[]) =>
  () =>
    runNode([inRoot('node_modules', script), ...args], { env: { FORCE_COLOR: '0' } });

const STEPS: Step[] = [
  {
    name: 'format and lint',
    run: tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
  },
  {
    name: 'import rules',
    run: async () => {
      const broken = brokenLayout();
      return { code: broken.length > 0 ? 1 : 0, output: broken.join('\n') };
    },
  },
  { name: 'types', run: tool('typescript/bin/tsc', '-p', 'tsconfig.json') },
  { name: 'unused exports and dependencies', run: tool('knip/bin/knip.js') },
];

async function report(step: Step): Promise<boolean> {
  const began = performance.now();
  const { code, output } = await step.run();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${step.name} (${seconds} s)`);
  if (code !== 0) console.log(`${output.trim()}\n`);
  return code === 0;
}

await runCommand(async () => {
  const results = await Promise.all(STEPS.map(report));
  const failed = STEPS.filter((_, index) => !results[index]).map((step) => step.name);
  if (failed.length > 0) throw new PlainError(`check failed: ${failed.join('; ')}.`);
  console.log('Everything is in order.');
});
