/** What is recorded; docs/operations.md says when. */
export const KINDS = [
  'log_in',
  'log_in_failed',
  'log_in_throttled',
  'log_out',
  'permission_denied',
  'csrf_rejected',
  'rate_limited',
  'api_key_created',
  'api_key_rotated',
  'api_key_revoked',
  'api_key_rejected',
] as const;

export type Kind = (typeof KINDS)[number];

/** Refusals: anybody can cause any number of them, so that only some are kept. */
export const DENIALS: ReadonlySet<Kind> = new Set([
  'log_in_failed',
  'log_in_throttled',
  'permission_denied',
  'csrf_rejected',
  'rate_limited',
  'api_key_rejected',
]);
