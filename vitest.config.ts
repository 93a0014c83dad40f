import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const HTTP = '**/*.http.test.ts';
const DOM = '{widget,dashboard}/**/*.test.tsx';
const JOURNEYS = 'e2e/**/*.test.ts';
const NEVER = ['**/node_modules/**', '**/dist/**', '.tradesphere/**'];

/**
 * What only runs in the Worker, where v8 does not count: HTTP and the shells of Durable Objects.
 * Tests drive it over HTTP. Verbs, queries and pure cores are driven in Node and counted.
 */
const ONLY_IN_WORKERD = [
  'api/{app,env,worker,context,keep-house}.ts',
  'api/**/{routes,schemas}.ts',
  'api/**/*-routes.ts',
  'api/chat/room/{conversation-room,answer-room,room-request}.ts',
  'api/host/api-host.ts',
  'api/chat/visitor/visitor-request.ts',
  'api/realtime/company-feed.ts',
  'api/reference/*.ts',
];

/**
 * Counting makes tight loops up to fifteen times slower: what hashes passwords, and what asserts how long
 * reading a text takes, runs without it.
 */
const UNCOVERED = [
  'api/{auth,security-events}/**/*.test.ts',
  'api/realtime/feed-holder.test.ts',
  'db/seed/demo.test.ts',
  'api/testing/time-bounds.test.ts',
  'api/assistant/price-guard/growth.test.ts',
];

/** The database is started once for the run, by the root's global setup. */
const DATABASE = './db/testing/global-setup.ts';
/** Brings the built Worker and pages up to date before what is tested through them. */
const BUILT = './e2e/support/global-setup.ts';

/** One more than vitest would take on two cores: tests wait for servers most of their time. */
const WORKERS = Math.max(2, availableParallelism() - 1);

export default defineConfig({
  test: {
    passWithNoTests: true,
    silent: 'passed-only', // what the product logs is of interest where a test fails
    maxWorkers: WORKERS,
    globalSetup: DATABASE,
    coverage: {
      provider: 'v8',
      reporter: ['text-summary', 'html'],
      reportOnFailure: true,
      include: ['api/**/*.ts', 'widget/panel/{services,store}/**/*.ts'],
      exclude: [
        ...ONLY_IN_WORKERD,
        'api/{auth,security-events}/**',
        '**/*.test.ts',
        '**/testing*',
        '**/testing/**',
        '**/*.d.ts',
      ],
      thresholds: { 'api/**': { lines: 85 }, 'widget/**': { lines: 85 } },
    },
    projects: [
      {
        test: {
          name: 'node',
          include: ['**/*.test.ts'],
          exclude: [...NEVER, HTTP, JOURNEYS, ...UNCOVERED],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'uncovered',
          include: UNCOVERED,
          exclude: [...NEVER, HTTP],
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
