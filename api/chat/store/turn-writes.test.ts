import { expect, test } from 'vitest';
import { queryOf } from '../../platform/database/sql-template.ts';
import { newId } from '../../platform/ids.ts';
import { touchSession } from './turn-writes.ts';

function previewOf(text: string): unknown {
  const place = { companyId: newId(), sessionId: newId() };
  const at = '2026-01-02T03:04:05.678Z';
  const view = { id: newId(), role: 'visitor' as const, text, quote_ids: [], created_at: at };
  const before = queryOf(touchSession(place, { ...view, text: '' }, {})).params.indexOf('');
  return queryOf(touchSession(place, view, {})).params[before];
}

test("the inbox's preview is the first 200 characters, and never half of one", () => {
  expect(previewOf('Hi')).toBe('Hi');
  expect(previewOf('a'.repeat(500))).toBe('a'.repeat(200));
  expect(previewOf(`${'a'.repeat(198)}🌿 leaves`)).toBe(`${'a'.repeat(198)}🌿`);
  expect(previewOf(`${'a'.repeat(199)}🌿 leaves`)).toBe('a'.repeat(199));
});
