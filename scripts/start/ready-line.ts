import type { Settings } from './settings.ts';

/** What a person needs once everything is up: where to look, and how to log in. */
export function readyLine({ port, databaseUrl }: Settings): string {
  const origin = `http://localhost:${port}`;
  const dashboard = `TradeSphere is ready: dashboard ${origin}/`;
  const reference = `API reference ${origin}/api/docs`;
  // The contractor's page carries the demo company's key, which a database of one's own does not know.
  const parts = databaseUrl
    ? [dashboard, `sign up at ${origin}/signup`, reference]
    : [
        dashboard,
        `contractor's page ${origin}/examples/contractor-site/`,
        reference,
        'log in as owner@rivera.example / demo-password (demo)',
      ];
  return parts.join(' · ');
}
