import { describe, expect, test } from 'vitest';
import { assertSameOrigin } from './assert-same-origin.ts';

const URL_ = 'https://app.example.com/api/sites';
const check =
  (headers: Record<string, string>, url = URL_) =>
  () =>
    assertSameOrigin({ url, headers: new Headers(headers) });
const rejected = expect.objectContaining({ code: 'csrf_rejected', status: 403 });

describe('lets through', () => {
  test.each([
    ['our own page', { Origin: 'https://app.example.com', 'Sec-Fetch-Site': 'same-origin' }],
    ['our own page in a browser without Sec-Fetch-Site', { Origin: 'https://app.example.com' }],
    [
      'our own page behind a tunnel that ends TLS',
      { Origin: 'https://x.dev', 'Sec-Fetch-Site': 'same-origin' },
    ],
    ['what the person typed themselves', { 'Sec-Fetch-Site': 'none' }],
    ['a program, which says nothing', {}],
  ])('%s', (_name, headers) => {
    expect(check(headers)).not.toThrow();
  });
});

describe('rejects', () => {
  test.each([
    ['another site', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['a sibling host', { Origin: 'https://blog.example.com', 'Sec-Fetch-Site': 'same-site' }],
    ['the same host over http', { Origin: 'http://app.example.com' }],
    ['another port', { Origin: 'https://app.example.com:8443' }],
    ['a host that begins like ours', { Origin: 'https://app.example.com.evil.example' }],
    ['a sandboxed frame', { Origin: 'null' }],
    ['another site that hides its origin', { 'Sec-Fetch-Site': 'cross-site' }],
    [
      'a foreign origin that claims nothing else',
      { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'none' },
    ],
  ])('%s', (_name, headers) => {
    expect(check(headers)).toThrow(rejected);
  });
});
