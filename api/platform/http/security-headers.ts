import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './app-env.ts';

const SWITCHING_PROTOCOLS = 101;

/** What an answer has unless its route says otherwise: JSON that no page frames, and no cache keeps. */
const DEFAULTS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

const HSTS = 'max-age=31536000; includeSubDomains';

/**
 * Adds the security headers that every answer of the API carries; scripts/build/page-headers.ts has those of the
 * static files. Must be registered before all routes, since it adds only what is missing.
 */
export const securityHeaders = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (c.res.status === SWITCHING_PROTOCOLS) return;
  // An answer out of a Durable Object cannot be changed; hono copies it at its first header.
  c.header('X-Content-Type-Options', DEFAULTS['X-Content-Type-Options']);
  const { headers } = c.res;
  for (const [name, value] of Object.entries(DEFAULTS)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  if (c.req.url.startsWith('https:')) headers.set('Strict-Transport-Security', HSTS);
});
