import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './chromium.ts';

// No sandbox: inside containers and as root there is none. /dev/shm is too small in many of them.
const ARGS = ['--no-sandbox', '--disable-dev-shm-usage'];

/** Starts the browser that this machine has; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const found = await findChromium();
  if (!found) return chromium.launch({ channel: 'chrome', args: ARGS });
  const env = { ...process.env, ...found.env };
  return chromium.launch({ executablePath: found.path, env, args: ARGS });
}
