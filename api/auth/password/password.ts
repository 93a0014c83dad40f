import { randomBytes, timingSafeEqual } from 'node:crypto';
import { type HashCaller, runHash } from './hash-queue.ts';
import { type ScryptCost, scryptInSlices } from './scrypt-in-slices.ts';

const COST: ScryptCost = { N: 16_384, r: 8, p: 5 }; // OWASP's scrypt recommendation for 16 MiB of memory
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** Nobody's password: verified against when the address is unknown, so that the time tells nothing. */
const NOBODYS = `scrypt$${COST.N}$${COST.r}$${COST.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** The seed and other trusted code. */
const INTERNAL: HashCaller = { network: 'internal', isKnownDevice: true };

/** `scrypt$N$r$p$salt$key`, the last two base64url: old hashes stay readable when the cost is raised. */
export async function hashPassword(password: string, caller = INTERNAL): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, COST, caller);
  return ['scrypt', COST.N, COST.r, COST.p, base64url(salt), base64url(key)].join('$');
}

/** Compares in constant time; without a stored hash it takes as long and is false. */
export async function verifyPassword(
  stored: string | null,
  password: string,
  caller = INTERNAL,
): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = (stored ?? NOBODYS).split('$');
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const expected = Buffer.from(key, 'base64url');
  const actual = await derive(password, Buffer.from(salt, 'base64url'), cost, caller);
  return expected.length === KEY_BYTES && timingSafeEqual(actual, expected);
}

/** The same password typed on two keyboards may differ in its bytes: NFKC makes them one. */
function derive(password: string, salt: Buffer, cost: ScryptCost, caller: HashCaller) {
  const text = password.normalize('NFKC');
  return runHash(caller, (pause) => scryptInSlices(text, salt, cost, KEY_BYTES, pause));
}

const base64url = (bytes: Buffer): string => bytes.toString('base64url');
