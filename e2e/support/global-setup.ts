import { inRoot } from '../../scripts/root.ts';
import { runNode } from '../../scripts/run-tool.ts';

/** Brings dist/ up to date, so that what is tested is what stands in the sources. */
export default async function setup(): Promise<void> {
  const result = await runNode([inRoot('scripts/build.ts')]);
  if (result.code !== 0) throw new Error(`The build failed:\n${result.output}`);
}
