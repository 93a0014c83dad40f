import { describe, expect, test } from 'vitest';
import { normalizeOrigin } from './normalize-origin.ts';

describe('takes', () => {
  test.each([
    ['https://example.com', 'https://example.com'],
    ['  https://WWW.Example.com/ ', 'https://www.example.com'],
    ['https://example.com:443', 'https://example.com'],
    ['https://example.com:8443', 'https://example.com:8443'],
    ['https://münchen.example', 'https://xn--mnchen-3ya.example'],
    ['https://*.Example.com', 'https://*.example.com'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://127.0.0.1:80', 'http://127.0.0.1'],
    ['http://[::1]:5173', 'http://[::1]:5173'],
    ['http://shop.localhost:3000', 'http://shop.localhost:3000'],
  ])('%s as %s', (text, origin) => {
    expect(normalizeOrigin(text)).toBe(origin);
  });
});

describe('refuses', () => {
  test.each([
    'http://example.com',
    'example.com',
    'www.example.com',
    'https://example.com/contact',
    'https://example.com/?a=1',
    'https://example.com?',
    'https://example.com#',
    'https://user:secret@example.com',
    'https://@example.com',
    'https://intranet',
    'https://*',
    'https://*.com',
    'https://www.*.com',
    'https://a*.example.com',
    'https://*.*.example.com',
    'https://example..com',
    'https://*.localhost',
    'http://*.example.com',
    'ftp://example.com',
    'javascript:alert(1)',
    'null',
    '*',
    '',
  ])('%j', (text) => {
    expect(normalizeOrigin(text)).toBeNull();
  });
});
