import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './app-env.ts';

const SWITCHING_PROTOCOLS = 101;

/** Defaults for responses whose route sets none: JSON that is neither framed nor cached. */
const DEFAULTS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

const HSTS = 'max-age=31536000; includeSubDomains';

/**
 * Adds the security headers to every response of the API; scripts/build/page-headers.ts has those of static
 * files. Register it before all routes: it sets only what they have not.
 */
export const securityHeaders = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (c.res.status === SWITCHING_PROTOCOLS) return;
  const { headers } = withMutableHeaders(c);
  for (const [name, value] of Object.entries(DEFAULTS)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  if (c.req.url.startsWith('https:')) headers.set('Strict-Transport-Security', HSTS);
});

/** A Durable Object's response has immutable headers: hono copies it at the first c.header(). */
function withMutableHeaders(c: Context<AppEnv>): Response {
  try {
    c.res.headers.set('X-Content-Type-Options', DEFAULTS['X-Content-Type-Options']);
  } catch {
    c.header('X-Content-Type-Options', DEFAULTS['X-Content-Type-Options']);
  }
  return c.res;
}
