import { makeApiKey } from '../access/api-key-token.ts';
import { sha256Hex } from '../access/secrets.ts';

/** A new key and what is stored of it. */
export function newSecret() {
  const key = makeApiKey();
  return { key, stored: { keyHash: sha256Hex(key), lastFour: key.slice(-4) } };
}
