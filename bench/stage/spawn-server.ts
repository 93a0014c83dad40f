import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inRoot } from '../../scripts/root.ts';

export interface SpawnedServer {
  /** The first line that it printed. */
  line: string;
  pid: number | undefined;
  stop(): void;
}

/**
 * Starts a script that prints where it listens. It has a process group of its own, so that Ctrl-C
 * leaves the order of stopping to us, and an IPC channel, whose end stops it should we be killed.
 */
export async function spawnServer(
  script: string,
  env: Record<string, string> = {},
): Promise<SpawnedServer> {
  const child = spawn(process.execPath, [inRoot(script)], {
    cwd: inRoot(),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    detached: true,
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${script} ended before it listened`);
  });
  const [line] = await Promise.race([
    once(child.stdout as NonNullable<typeof child.stdout>, 'data'),
    ended,
  ]);
  ended.catch(() => {}); // it ends when it is stopped, too
  return { line: String(line).trim(), pid: child.pid, stop: () => void child.kill('SIGTERM') };
}
