import { decodeBase64urlIgnorePadding, encodeBase64urlNoPadding } from '@oslojs/encoding';
import { acceptedSecrets, type TokenKeys } from '../platform/token-keys.ts';
import type { FeedCursor } from './feed-cursor.ts';

const IV_BYTES = 12;
const CURSOR_BYTES = 16;
const TAG_BYTES = 16;
const SEALED = new RegExp(
  `^[\\w-]{${Math.ceil(((IV_BYTES + CURSOR_BYTES + TAG_BYTES) * 4) / 3)}}$`,
);

const encoder = new TextEncoder();
const sealingKeys = new Map<string, Promise<CryptoKey>>();

/** Whether the text has the form of a sealed cursor; only openFeedCursor tells whether it is one. */
export const isSealedCursor = (text: string): boolean => SEALED.test(text);

/**
 * Seals a company's place in the outbox for its clients (AES-256-GCM). A client can neither read the
 * transaction number, which counts the whole server's writes, nor make a place of its own.
 */
export async function sealFeedCursor(
  keys: TokenKeys,
  companyId: string,
  { xid, seq }: FeedCursor,
): Promise<string> {
  const plain = new DataView(new ArrayBuffer(CURSOR_BYTES));
  plain.setBigUint64(0, BigInt(xid));
  plain.setBigUint64(8, BigInt(seq));
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await crypto.subtle.encrypt(
    parameters(companyId, iv),
    await keyOf(keys.current),
    plain.buffer,
  );
  return encodeBase64urlNoPadding(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
}

/** Opens a client's cursor; null if it was sealed for another company, or with a secret not accepted. */
export async function openFeedCursor(
  keys: TokenKeys,
  companyId: string,
  text: string,
): Promise<FeedCursor | null> {
  if (!isSealedCursor(text)) return null;
  for (const secret of acceptedSecrets(keys)) {
    const cursor = await openWith(secret, companyId, text);
    if (cursor) return cursor;
  }
  return null;
}

async function openWith(
  secret: string,
  companyId: string,
  text: string,
): Promise<FeedCursor | null> {
  try {
    const bytes = new Uint8Array(decodeBase64urlIgnorePadding(text));
    const plain = await crypto.subtle.decrypt(
      parameters(companyId, bytes.slice(0, IV_BYTES)),
      await keyOf(secret),
      bytes.slice(IV_BYTES),
    );
    const view = new DataView(plain);
    return { xid: String(view.getBigUint64(0)), seq: String(view.getBigUint64(8)) };
  } catch {
    return null;
  }
}

const parameters = (companyId: string, iv: Uint8Array<ArrayBuffer>) => ({
  name: 'AES-GCM',
  iv,
  additionalData: encoder.encode(companyId),
});

/** A key of its own, so that what is sealed here is of no use where the same secret signs. */
function keyOf(secret: string): Promise<CryptoKey> {
  let key = sealingKeys.get(secret);
  if (!key) {
    key = deriveKey(secret);
    sealingKeys.set(secret, key);
  }
  return key;
}

async function deriveKey(secret: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, [
    'deriveKey',
  ]);
  const derivation = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: encoder.encode('feed cursor'),
  };
  const use = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey(derivation, material, use, false, ['encrypt', 'decrypt']);
}
