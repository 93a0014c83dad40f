/** `app` keeps data; `tests` may lose everything in a crash and is faster for it. */
export type Purpose = 'app' | 'tests';

const COMMON = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '400', // the API uses at most 24; tests and the benchmark's comparison connect per request
  shared_buffers: '64MB', // the whole local stack is to stay under 700 MB
  max_wal_size: '256MB',
  scram_iterations: '1', // passwords are random keys: more would only slow connecting down
  wal_level: 'minimal',
  max_wal_senders: '0',
  io_method: 'sync', // no I/O worker processes: memory before throughput
  max_parallel_workers: '2',
  jit: 'off',
  huge_pages: 'off',
  timezone: 'UTC',
  log_min_messages: 'warning',
};

const TESTS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
};

const OWN: Record<Purpose, Record<string, string>> = {
  app: {},
  tests: TESTS,
};

/** Command-line arguments for `postgres`. */
export function settingsFor(purpose: Purpose): string[] {
  const settings = { ...COMMON, ...OWN[purpose] };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
