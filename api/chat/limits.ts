import type { Env } from '../env.ts';
import { AppError } from '../errors.ts';
import type { Limit } from '../platform/limits.ts';
import { settingOr } from '../platform/setting-or.ts';

const HOUR_S = 3600;

/** Most characters of a visitor's message. */
export const MESSAGE_CHARACTERS_MAX = 4_000;
/** Most characters of an answer; the database refuses a longer one. */
export const ANSWER_CHARACTERS_MAX = 20_000;
/** Most bytes of a request's body. */
export const BODY_BYTES_MAX = 64_000;

/**
 * The chat's limits, with the operator's settings over the defaults. "Per IP" means per client network:
 * an IPv4 address or an IPv6 /64, which an office or a mobile carrier's customers share.
 */
export function chatLimits(env: Env) {
  return {
    turns: {
      perVisitor: hourly('turns-per-visitor', env.CHAT_TURNS_PER_VISITOR_HOUR, 60),
      perIp: hourly('turns-per-ip', env.CHAT_TURNS_PER_IP_HOUR, 300),
      /** Beyond it the guided assistant answers. */
      perSite: hourly('turns-per-site', env.CHAT_TURNS_PER_SITE_HOUR, 600),
    },
    sessionsPerIp: hourly('sessions-per-ip', env.CHAT_SESSIONS_PER_IP_HOUR, 60),
    details: {
      perSession: hourly('details-per-session', env.CHAT_DETAILS_PER_SESSION_HOUR, 20),
      perIp: hourly('details-per-ip', env.CHAT_DETAILS_PER_IP_HOUR, 100),
    },
    /** Of requests that take effect, which is one a session. */
    humanPerIp: hourly('human-per-ip', env.CHAT_HUMAN_PER_IP_HOUR, 60),
    /** Event streams open at once. */
    streamsPerSession: settingOr(env.CHAT_STREAMS_PER_SESSION, 8),
    quotesPerTurn: settingOr(env.CHAT_QUOTES_PER_TURN, 8),
  };
}

export type ChatLimits = ReturnType<typeof chatLimits>;

function hourly(name: string, setting: string | undefined, fallback: number): Limit {
  return { name, limit: settingOr(setting, fallback), windowS: HOUR_S };
}

const STREAM_RETRY_S = 5; // streams whose tab was closed have ended by then

/** The refusal of an event stream in a session that has `max` of them open. */
export function tooManyStreams(max: number): AppError {
  return new AppError('rate_limited', {
    detail: `Limit streams-per-session: ${max} at once. Close one, or try again in ${STREAM_RETRY_S} seconds.`,
    headers: {
      'Retry-After': String(STREAM_RETRY_S),
      'RateLimit-Policy': `"streams-per-session";q=${max};qu="concurrent-requests"`,
      RateLimit: `"streams-per-session";r=0;t=${STREAM_RETRY_S}`,
    },
  });
}
