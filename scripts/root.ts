import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A path inside the checkout. */
export const inRoot = (...parts: string[]): string => join(ROOT, ...parts);
