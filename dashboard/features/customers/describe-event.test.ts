import { expect, test } from 'vitest';
import type { CustomerEvent } from '../../lib/wire.ts';
import { actorName, describe as sentence } from './describe-event.ts';

const event = (type: string, more: Partial<CustomerEvent> = {}): CustomerEvent => ({
  id: 'e',
  type,
  payload: null,
  actor: null,
  created_at: '2026-11-21T09:00:00Z',
  ...more,
});

test.each([
  ['customer.created', null, 'Became a customer record'],
  ['customer.updated', { fields: ['stage', 'tags'] }, 'Details changed: Stage, Tags'],
  ['updated', { changed: { email: 'x' } }, 'Details changed: Email'],
  ['lead.captured', null, 'Left details in a chat'],
  ['roof_inspected', null, 'Roof inspected'],
])('%s reads well', (type, payload, text) => {
  expect(sentence(event(type, { payload }))).toBe(text);
});

test('who did it', () => {
  expect(actorName(event('x', { actor: { type: 'user', name: 'Sam' } }))).toBe('Sam');
  expect(actorName(event('x', { actor: { type: 'visitor', name: null } }))).toBe('The visitor');
  expect(actorName(event('x'))).toBe('TradeSphere');
  expect(actorName(event('x', { actor: { type: 'robot', name: null } }))).toBe('TradeSphere');
});
