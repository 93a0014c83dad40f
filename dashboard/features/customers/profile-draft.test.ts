import { expect, test } from 'vitest';
import { customerDetail } from '../../testing/fixtures.ts';
import { changesOf, draftOf, tagsOf } from './profile-draft.ts';

const maria = customerDetail({ tags: ['patio', 'spring'] });

test('an untouched profile has no changes', () => {
  expect(changesOf(maria, draftOf(maria))).toEqual({});
});

test('only what changed is sent; what was emptied becomes null', () => {
  const draft = { ...draftOf(maria), email: ' m@x.example ', phone: '', tags: 'patio, vip,, vip' };
  expect(changesOf(maria, draft)).toEqual({
    email: 'm@x.example',
    phone: null,
    tags: ['patio', 'vip'],
  });
});

test('tags are split at commas, each once', () => {
  expect(tagsOf(' a, b ,a,')).toEqual(['a', 'b']);
  expect(tagsOf('')).toEqual([]);
});
