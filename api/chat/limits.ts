import type { Env } from '../env.ts';
import type { Limit } from '../platform/limits.ts';
import { settingOr } from '../platform/setting-or.ts';

const HOUR_S = 3600;

/** Most characters of a visitor's message. */
export const MESSAGE_CHARACTERS_MAX = 4_000;
/** Most bytes of a request's body. */
export const BODY_BYTES_MAX = 64_000;

/** The chat's limits, with the operator's settings over the defaults. */
export function chatLimits(env: Env) {
  return {
    turnsPerVisitor: hourly('turns-per-visitor', env.CHAT_TURNS_PER_VISITOR_HOUR, 60),
    turnsPerSite: hourly('turns-per-site', env.CHAT_TURNS_PER_SITE_HOUR, 600),
    sessionsPerIp: hourly('sessions-per-ip', env.CHAT_SESSIONS_PER_IP_HOUR, 20),
  };
}

export type ChatLimits = ReturnType<typeof chatLimits>;

function hourly(name: string, setting: string | undefined, fallback: number): Limit {
  return { name, limit: settingOr(setting, fallback), windowS: HOUR_S };
}
