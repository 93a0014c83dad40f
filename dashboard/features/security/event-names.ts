import type { SecurityEvent } from '../../lib/wire.ts';
import type { Tone } from '../../ui/tag.tsx';

type Kind = SecurityEvent['kind'];

/** What each kind is called, and whether it is one to look at. */
export const EVENTS: Record<Kind, { label: string; tone: Tone }> = {
  log_in: { label: 'Logged in', tone: 'plain' },
  log_out: { label: 'Logged out', tone: 'plain' },
  log_in_failed: { label: 'Log-in failed', tone: 'warn' },
  log_in_throttled: { label: 'Log-in throttled', tone: 'danger' },
  permission_denied: { label: 'Permission denied', tone: 'warn' },
  csrf_rejected: { label: 'Request from another site', tone: 'danger' },
  rate_limited: { label: 'Rate limit reached', tone: 'warn' },
  api_key_created: { label: 'API key created', tone: 'info' },
  api_key_rotated: { label: 'API key rotated', tone: 'info' },
  api_key_revoked: { label: 'API key revoked', tone: 'info' },
  api_key_rejected: { label: 'API key rejected', tone: 'warn' },
};

export const KIND_OPTIONS = Object.entries(EVENTS).map(([value, { label }]) => ({ value, label }));

/** Who acted, and on whom or which key: "Elena Rivera, key CRM sync". */
export function partiesOf({ actor, target }: SecurityEvent): string {
  const names = [actor, target].filter((party) => party !== null).map(nameOf);
  return names.join(', ') || 'Unknown';
}

function nameOf({ type, name }: NonNullable<SecurityEvent['actor']>): string {
  if (type === 'api_key') return `key ${name ?? 'deleted'}`;
  return name ?? 'a former member';
}

/** The network as people write it. */
export const networkName = (network: string): string =>
  network === 'unknown' ? 'Unknown network' : network;
