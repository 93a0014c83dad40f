import { expect, test } from 'vitest';
import { brokenRules, importsOf, refusal } from './import-rules.ts';

test('imports are found in every form', () => {
  const source = [
    `import a from './a.ts';`,
    `import type { B } from './b.ts';`,
    `import {\n  c,\n  type D,\n} from '../c.ts';`,
    `import './side-effect.css';`,
    `export { e } from './e.ts';`,
    `export type { F } from './f.ts';`,
    `const g = await import('./g.ts');`,
    `const text = "import nothing from 'here'";`,
  ].join('\n');
  expect(importsOf(source)).toEqual([
    { specifier: './a.ts', typeOnly: false },
    { specifier: './b.ts', typeOnly: true },
    { specifier: '../c.ts', typeOnly: false },
    { specifier: './side-effect.css', typeOnly: false },
    { specifier: './e.ts', typeOnly: false },
    { specifier: './f.ts', typeOnly: true },
    { specifier: './g.ts', typeOnly: false },
  ]);
});

test.each([
  ['api/customers/merge.ts', 'api/platform/ids.ts'],
  ['api/customers/merge.ts', 'api/access/require-permission.ts'],
  ['api/customers/merge.ts', 'api/customers/queries.ts'],
  ['api/chat/turn/run-turn.ts', 'api/customers/capture-lead.ts'],
  ['api/customers/queries.ts', 'db/schema/index.ts'],
  ['api/app.ts', 'api/customers/routes.ts'],
  ['api/host/api-host.ts', 'api/app.ts'],
  ['api/access/permissions.ts', 'api/errors.ts'],
  ['dashboard/app/main.tsx', 'widget/look/tokens.css'],
  ['db/seed/demo.ts', 'api/platform/ids.ts'],
  ['api/customers/merge.test.ts', 'api/sites/queries.ts'],
  ['api/access/testing.ts', 'db/testing/index.ts'],
  ['api/assistant/testing/ask-model.ts', 'e2e/mock-model/start-mock-model.ts'],
  ['e2e/support/server.ts', 'db/testing/test-database.ts'],
  ['scripts/start.ts', 'db/migrate.ts'],
])('%s may import %s', (from, to) => {
  expect(refusal(from, to, false)).toBeNull();
});

test.each([
  ['api/platform/ids.ts', 'api/customers/merge.ts', 'platform must not import slice'],
  ['api/platform/ids.ts', 'api/access/permissions.ts', 'platform must not import guard'],
  ['api/access/permissions.ts', 'api/auth/log-in.ts', 'guard must not import slice'],
  ['api/customers/merge.ts', 'api/app.ts', 'slice must not import app'],
  ['api/chat/routes.ts', 'api/host/admission.ts', 'slice must not import app'],
  ['api/customers/merge.ts', 'api/sites/queries.ts', 'only through its verbs'],
  ['api/customers/merge.ts', 'api/sites/routes.ts', 'only through its verbs'],
  ['api/customers/merge.ts', 'db/migrate.ts', 'api must not import db'],
  ['api/customers/merge.ts', 'api/access/testing.ts', 'what serves tests'],
  ['widget/panel/main.ts', 'api/errors.ts', 'types are fine'],
  ['widget/panel/main.ts', 'dashboard/lib/x.ts', 'widget must not import dashboard'],
  ['dashboard/app/main.tsx', 'widget/panel/main.ts', 'dashboard must not import widget'],
])('%s must not import %s', (from, to, why) => {
  expect(refusal(from, to, false)).toContain(why);
});

test('a page may know the types of the API', () => {
  expect(refusal('dashboard/app/main.tsx', 'api/errors.ts', true)).toBeNull();
});

test('a broken rule names the file, the import and the reason', () => {
  const source = `import { rows } from '../sites/queries.ts';\nimport { z } from 'zod';`;
  expect(brokenRules('api/customers/merge.ts', source)).toEqual([
    'api/customers/merge.ts: ../sites/queries.ts: a slice reaches another only through its verbs, not its queries.ts',
  ]);
});
