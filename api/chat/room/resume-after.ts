import type { Env } from '../../env.ts';
import { settingOr } from '../../platform/setting-or.ts';

const RESUME_AFTER_S = 20; // a visitor who is there has sent the message again by then

/** How long after a crash a turn that it cut off is answered without its visitor, in ms. */
export function resumeAfterMs(env: Pick<Env, 'RESUME_AFTER_S'>): number {
  return settingOr(env.RESUME_AFTER_S, RESUME_AFTER_S) * 1_000;
}
