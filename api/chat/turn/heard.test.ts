import { expect, test } from 'vitest';
import type { DetailSource } from '../../../db/schema/customers.ts';
import { HeardDetails } from './heard.ts';

const said = (field: DetailSource['field'], value: string): DetailSource => ({
  field,
  value,
  raw: value,
  source: 'message',
  message_id: null,
});

test('of two numbers in one message the first is the main one, and both are kept as evidence', () => {
  const heard = new HeardDetails('US');
  expect(heard.add([said('phone', '+1916'), said('phone', '+1530')])).toEqual(['phone']);
  expect(heard.get()?.details).toEqual({ phone: '+1916' });
  expect(heard.get()?.sources.map(({ value }) => value)).toEqual(['+1916', '+1530']);
});

test('what is said later wins, and what is said again is no news', () => {
  const heard = new HeardDetails('US');
  heard.add([said('name', 'Dave')]);
  expect(heard.add([said('name', 'Dave')])).toEqual([]);
  expect(heard.add([said('name', 'Dave Smith')])).toEqual(['name']);
  expect(heard.get()?.details).toEqual({ name: 'Dave Smith' });
});

test('nothing heard is null', () => {
  expect(new HeardDetails('US').get()).toBeNull();
});
