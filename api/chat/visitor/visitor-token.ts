import { AppError } from '../../errors.ts';
import { isId } from '../../platform/ids.ts';
import { acceptedSecrets, type TokenKeys } from '../../platform/token-keys.ts';

const TOKEN_LIFE_S = 30 * 24 * 3600; // a quote is valid for a month; so is the way back to it

/** Who a visitor token speaks for. */
export interface VisitorClaims {
  companyId: string;
  siteId: string;
  visitorId: string;
  sessionId: string;
}

const encoder = new TextEncoder();
const hmacKeys = new Map<string, Promise<CryptoKey>>();

/** Signs a token for one chat session, valid for 30 days. No secret of the visitor's is in it. */
export async function signVisitorToken(
  keys: TokenKeys,
  claims: VisitorClaims,
  now: Date,
): Promise<string> {
  const expires = Math.floor(now.getTime() / 1000) + TOKEN_LIFE_S;
  const { companyId, siteId, visitorId, sessionId } = claims;
  const body = [companyId, siteId, visitorId, sessionId, expires].join('.');
  const signature = await crypto.subtle.sign(
    'HMAC',
    await hmacKey(keys.current),
    encoder.encode(body),
  );
  return `vt_${body}.${toHex(new Uint8Array(signature))}`;
}

/** Reads a token made with either secret. Throws `visitor_token_invalid` or `visitor_token_expired`. */
export async function readVisitorToken(
  keys: TokenKeys,
  token: string | null,
  now: Date,
): Promise<VisitorClaims> {
  const parts = token?.startsWith('vt_') ? token.slice(3).split('.') : [];
  const [companyId, siteId, visitorId, sessionId, expires, signature] = parts;
  const ids = [companyId, siteId, visitorId, sessionId];
  if (parts.length !== 6 || !ids.every((id) => id && isId(id)) || !signature) {
    throw new AppError('visitor_token_invalid');
  }
  const body = parts.slice(0, 5).join('.');
  const genuine = await isSignedBy(keys, encoder.encode(body), fromHex(signature));
  if (!genuine) throw new AppError('visitor_token_invalid');
  if (Number(expires) * 1000 <= now.getTime()) throw new AppError('visitor_token_expired');
  return { companyId, siteId, visitorId, sessionId } as VisitorClaims;
}

async function isSignedBy(
  keys: TokenKeys,
  body: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  for (const secret of acceptedSecrets(keys)) {
    if (await crypto.subtle.verify('HMAC', await hmacKey(secret), signature, body)) return true;
  }
  return false;
}

function hmacKey(secret: string): Promise<CryptoKey> {
  let key = hmacKeys.get(secret);
  if (!key) {
    key = crypto.subtle.importKey(
      'raw',
      encoder.encode(secret),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign', 'verify'],
    );
    hmacKeys.set(secret, key);
  }
  return key;
}

const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  const pairs = /^(?:[0-9a-f]{2})+$/.test(text) ? (text.match(/../g) ?? []) : [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}
