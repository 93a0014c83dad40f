/** What a running Postgres wrote about itself into its data folder. */
export interface PostmasterPid {
  pid: number;
  port: number;
  ready: boolean;
}

/**
 * Reads postmaster.pid: one fact per line (pid, data folder, start time, port, socket folder,
 * address, shared memory key, status). While Postgres starts, the later lines are missing.
 * Source: src/include/utils/pidfile.h of PostgreSQL.
 */
export function parsePostmasterPid(text: string): PostmasterPid | null {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (!Number.isInteger(port) || port <= 0) return null;
  return { pid, port, ready: lines[7] === 'ready' };
}
