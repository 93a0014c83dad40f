import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../e2e/support/server.ts';
import { ERRORS } from '../errors.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** Where a problem says to read about it. */
async function typeOf(path: string): Promise<URL> {
  const problem = await (await fetch(server.url + path)).json();
  return new URL(problem.type, server.url);
}

test("a problem's type leads to a page that tells of its code", async () => {
  const type = await typeOf('/api/customers');
  const response = await fetch(type);
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toMatch(/^text\/html/);
  const page = await response.text();
  expect(type.hash).toBe('#not_signed_in');
  for (const code of Object.keys(ERRORS)) expect(page).toContain(` id="${code}"`);
});

test('the page runs nothing, loads its own look only, and stands in no frame', async () => {
  const response = await fetch(await typeOf('/api/nowhere'));
  const policy = response.headers.get('Content-Security-Policy') ?? '';
  expect(policy.split('; ')).toEqual(
    expect.arrayContaining(["default-src 'none'", "style-src 'self'", "frame-ancestors 'none'"]),
  );
  const page = await response.text();
  expect(page).not.toMatch(/<script|<style| style=|\son\w+=/);
  for (const [, file = ''] of page.matchAll(/<link rel="\w+" href="([^"]+)"/g)) {
    const loaded = await fetch(server.url + file);
    expect([file, loaded.headers.get('Content-Type')]).toEqual([
      file,
      expect.stringMatching(/^(?:text\/css|image\/svg\+xml)/),
    ]);
  }
});
