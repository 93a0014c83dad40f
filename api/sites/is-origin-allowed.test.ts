import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOriginAllowed } from './is-origin-allowed.ts';

const US = 'https://app.tradesphere.example';
const site = {
  allowedOrigins: ['https://www.example.com', 'https://*.builder.example', 'http://localhost:3000'],
};
const allowed = (origin: string | null, rule = site) => isOriginAllowed(rule, origin, US);

describe('allows', () => {
  test.each([
    ['a listed page', 'https://www.example.com'],
    ['a listed page on this machine', 'http://localhost:3000'],
    ['a subdomain', 'https://ana.builder.example'],
    ['a subdomain of a subdomain', 'https://a.b.builder.example'],
    ['our own pages, listed nowhere', US],
    ['a request without an Origin', null],
  ])('%s', (_name, origin) => {
    expect(allowed(origin)).toBe(true);
  });
});

describe('keeps out', () => {
  test.each([
    ['an unlisted page', 'https://example.com'],
    ['the listed host over http', 'http://www.example.com'],
    ['another port', 'https://www.example.com:8443'],
    ['a host that ends alike', 'https://evilbuilder.example'],
    ['a host that begins alike', 'https://www.example.com.evil.example'],
    ['the wildcard domain itself', 'https://builder.example'],
    ['a subdomain over http', 'http://ana.builder.example'],
    ['a sandboxed frame', 'null'],
    ['an empty Origin', ''],
    ['our host over http', US.replace('https', 'http')],
  ])('%s', (_name, origin) => {
    expect(allowed(origin)).toBe(false);
  });

  test('every page of another host when nothing is listed', () => {
    fc.assert(
      fc.property(fc.webUrl(), (url) => {
        const { origin } = new URL(url);
        expect(allowed(origin, { allowedOrigins: [] })).toBe(origin === US);
      }),
    );
  });
});
