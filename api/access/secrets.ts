import { createHash } from 'node:crypto';
import { encodeBase32LowerCaseNoPadding } from '@oslojs/encoding';

const SECRET_BYTES = 25; // 200 bits, 40 characters

/** SHA-256 in hex: how sessions and API keys are stored. They are random, so no salt is needed. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** 40 random characters of a–z and 2–7. */
export function randomSecret(): string {
  return encodeBase32LowerCaseNoPadding(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
}
