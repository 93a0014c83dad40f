import { randomSecret, sha256Hex } from './secrets.ts';

const FORM = /^sk_([a-z2-7]{40})([0-9a-f]{8})$/;

/** A new API key: `sk_`, 40 random characters, and the CRC-32 of these in 8 hex digits. */
export function makeApiKey(): string {
  const secret = randomSecret();
  return `sk_${secret}${checksum(secret)}`;
}

/**
 * What is stored of a key and what it is looked up by. Null for a text that was never one of ours, so
 * that a mistyped key is refused without a query.
 */
export function apiKeyHash(key: string): string | null {
  const [, secret, sum] = FORM.exec(key) ?? [];
  return secret && sum === checksum(secret) ? sha256Hex(key) : null;
}

function checksum(text: string): string {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}
