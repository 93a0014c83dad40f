import type { Settings } from './settings.ts';

/** What a person needs once everything is up: where to look, and how to log in. */
export function readyLine({ port, databaseUrl }: Settings): string {
  const origin = `http://localhost:${port}`;
  const demo = databaseUrl ? [] : ['log in as owner@rivera.example / demo-password (demo)'];
  return [
    `TradeSphere is ready: dashboard ${origin}/`,
    `contractor's page ${origin}/examples/contractor-site/`,
    `API reference ${origin}/api/docs`,
    ...demo,
  ].join(' · ');
}
