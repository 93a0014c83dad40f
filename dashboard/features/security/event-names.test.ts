import { expect, test } from 'vitest';
import { KINDS } from '../../../api/security-events/kinds.ts';
import { securityEvent } from '../../testing/fixtures.ts';
import { EVENTS, networkName, partiesOf } from './event-names.ts';

test('every kind that the API records has a name', () => {
  expect(Object.keys(EVENTS).sort()).toEqual([...KINDS].sort());
});

const elena = { type: 'user' as const, id: 'u1', name: 'Elena Rivera' };
const key = { type: 'api_key' as const, id: 'k1', name: 'CRM sync' };

test.each([
  [{ actor: elena, target: null }, 'Elena Rivera'],
  [{ actor: elena, target: key }, 'Elena Rivera, key CRM sync'],
  [{ actor: null, target: elena }, 'Elena Rivera'],
  [{ actor: { ...elena, name: null }, target: null }, 'a former member'],
  [{ actor: null, target: null }, 'Unknown'],
])('%j is shown as %s', (parties, shown) => {
  expect(partiesOf(securityEvent(parties))).toBe(shown);
});

test('a request without an address came from an unknown network', () => {
  expect(networkName('unknown')).toBe('Unknown network');
  expect(networkName('203.0.113.7')).toBe('203.0.113.7');
});
