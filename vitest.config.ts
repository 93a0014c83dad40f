import { defineConfig } from 'vitest/config';

const HTTP = '**/*.http.test.ts';
const DOM = '{widget,dashboard}/**/*.test.tsx';
const JOURNEYS = 'e2e/**/*.test.ts';
const NEVER = ['**/node_modules/**', '**/dist/**', '.tradesphere/**'];

/** The database is started once for the run, by the root's global setup. */
const DATABASE = './db/testing/global-setup.ts';
/** Brings the built Worker and pages up to date before what is tested through them. */
const BUILT = './e2e/support/global-setup.ts';

export default defineConfig({
  test: {
    passWithNoTests: true,
    globalSetup: DATABASE,
    projects: [
      {
        test: {
          name: 'node',
          include: ['**/*.test.ts'],
          exclude: [...NEVER, HTTP, JOURNEYS],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: { name: 'dom', include: [DOM], exclude: NEVER, environment: 'happy-dom' },
      },
      {
        test: {
          name: 'http',
          include: [HTTP],
          exclude: [...NEVER, JOURNEYS],
          globalSetup: BUILT,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: [JOURNEYS],
          exclude: [...NEVER, 'e2e/support/**'],
          globalSetup: BUILT,
          testTimeout: 90_000,
          hookTimeout: 90_000,
          maxWorkers: 1,
        },
      },
    ],
  },
});
