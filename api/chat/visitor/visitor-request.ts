import type { Context } from 'hono';
import { AppError } from '../../errors.ts';
import type { AppEnv } from '../../platform/http/app-env.ts';
import { clientNetwork } from '../../platform/http/client-network.ts';
import { tokenKeys } from '../../platform/token-keys.ts';
import type { SiteProof } from './site-proof.ts';
import { readVisitorToken, type VisitorClaims } from './visitor-token.ts';

/** What the request shows of the page it comes from. Throws `widget_key_invalid` without a key. */
export function siteProofOf(c: Context<AppEnv>): SiteProof {
  const widgetKey = c.req.header('X-Widget-Key');
  if (!widgetKey)
    throw new AppError('widget_key_invalid', { detail: 'Send the X-Widget-Key header.' });
  return {
    widgetKey,
    origin: c.req.header('Origin') ?? null,
    requestOrigin: new URL(c.req.url).origin,
    network: networkOf(c),
  };
}

/** The network that the request comes from, as limits count it. */
export function networkOf(c: Context<AppEnv>): string {
  return clientNetwork(c.req.header('CF-Connecting-IP'));
}

/** The visitor who asks, for the session in the path. Throws when the token is for another one. */
export async function visitorOf(c: Context<AppEnv>, sessionId: string): Promise<VisitorClaims> {
  const header = c.req.header('Authorization') ?? '';
  const token = header.startsWith('Bearer ') ? header.slice('Bearer '.length) : null;
  const claims = await readVisitorToken(tokenKeys(c.env), token, new Date());
  if (claims.sessionId !== sessionId) throw new AppError('session_mismatch');
  return claims;
}
