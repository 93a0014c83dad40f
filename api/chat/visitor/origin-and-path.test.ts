import { expect, test } from 'vitest';
import { originAndPath } from './origin-and-path.ts';

test.each([
  ['https://rivera.example/patios', 'https://rivera.example/patios'],
  ['https://rivera.example', 'https://rivera.example/'],
  ['https://rivera.example/p?email=ann@example.com&utm_source=ads#top', 'https://rivera.example/p'],
  ['https://rivera.example/#access_token=abc', 'https://rivera.example/'],
  ['https://ann:secret@rivera.example:8443/a%20b', 'https://rivera.example:8443/a%20b'],
  ['http://127.0.0.1:8787/preview?key=pk_demo', 'http://127.0.0.1:8787/preview'],
  ['android-app://com.google.android.gm/', 'android-app://com.google.android.gm/'],
])('%s becomes %s', (address, page) => {
  expect(originAndPath(address)).toBe(page);
});

test.each([
  '',
  '/patios',
  'rivera.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'about:blank',
])('%j is no page', (address) => {
  expect(originAndPath(address)).toBeNull();
});
