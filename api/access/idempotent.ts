import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { AppError } from '../errors.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { logError } from '../platform/log-error.ts';
import { claimKey, type KeptAnswer, keepAnswer, releaseClaim } from './idempotency-claim.ts';
import { sha256Hex } from './secrets.ts';

const KEY = /^[!-~]{1,255}$/;
const REPLAYED = 'Idempotency-Replayed';

/**
 * Carries a POST with an `Idempotency-Key` out once: the same request again gets the same answer, with
 * `Idempotency-Replayed: true`. An answer that may be another one next time (5xx, 429) is not kept, nor
 * is one that shows a secret (`Cache-Control: no-store`). Throws `idempotency_…`.
 */
export const idempotent = createMiddleware<AppEnv>(async (c, next) => {
  const key = c.req.header('Idempotency-Key');
  if (key === undefined || c.req.method !== 'POST') return next();
  if (!KEY.test(key)) throw new AppError('idempotency_key_invalid');
  const ctx = c.get('ctx');
  const claimed = await claimKey(ctx, key, await fingerprintOf(c));
  if (!('claim' in claimed)) return replay(claimed);
  const { claim } = claimed;
  c.set('ctx', { ...ctx, claim });
  await next();
  try {
    await settle(c, claim);
  } catch (error) {
    // What was asked is done: an answer that could not be kept is still the answer.
    logError(ctx.requestId, error);
  }
});

async function settle(c: Context<AppEnv>, claim: string): Promise<void> {
  const { res } = c;
  const ctx = c.get('ctx');
  if (res.status >= 500 || res.status === 429) return releaseClaim(ctx, claim);
  if (res.ok && res.headers.get('Cache-Control') === 'no-store') return;
  await keepAnswer(ctx, claim, { status: res.status, body: (await res.clone().text()) || null });
}

function replay({ status, body }: KeptAnswer): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  const headers = { 'Content-Type': type, 'Cache-Control': 'no-store', [REPLAYED]: 'true' };
  return new Response(body, { status, headers });
}

/** Hashed, since a body may hold anything: only whether it is the same again is of interest. */
async function fingerprintOf(c: Context<AppEnv>): Promise<string> {
  const { pathname, search } = new URL(c.req.url);
  return sha256Hex(`${c.req.method} ${pathname}${search}\n${await c.req.text()}`);
}
