import { expect, test } from 'vitest';
import { CUSTOMER_EVENT_TYPES } from '../../../api/customers/record-event.ts';
import type { CustomerEvent } from '../../lib/wire.ts';
import { actorName, EVENT_SENTENCES, describe as sentence } from './describe-event.ts';

const event = (type: string, more: Partial<CustomerEvent> = {}): CustomerEvent => ({
  id: 'e',
  type,
  payload: null,
  actor: null,
  created_at: '2026-11-21T09:00:00Z',
  ...more,
});

test.each([
  ['created', { fields: ['name', 'email'] }, 'Record created: name, e-mail'],
  ['updated', { fields: ['address', 'tags'] }, 'Details changed: address, tags'],
  ['stage_changed', { from: 'lead', to: 'quoted' }, 'Moved from Lead to Quoted'],
  ['linked', { session_id: 's' }, 'A chat was linked'],
  [
    'other_details_kept',
    { fields: ['phone'] },
    'Gave other details in a chat; yours were kept: phone',
  ],
  ['conversation_moved', { to: 'k2' }, 'A conversation moved to another customer'],
  ['roof_inspected', null, 'Roof inspected'],
])('%s reads well', (type, payload, text) => {
  expect(sentence(event(type, { payload }))).toBe(text);
});

test('exactly the events that the API can record have a sentence', () => {
  expect(Object.keys(EVENT_SENTENCES).sort()).toEqual([...CUSTOMER_EVENT_TYPES].sort());
});

test('who did it', () => {
  expect(actorName(event('x', { actor: { type: 'user', name: 'Sam' } }))).toBe('Sam');
  expect(actorName(event('x', { actor: { type: 'visitor', name: null } }))).toBe('The visitor');
  expect(actorName(event('x'))).toBe('TradeSphere');
  expect(actorName(event('x', { actor: { type: 'robot', name: null } }))).toBe('TradeSphere');
});
