/**
 * The name of a cookie of ours. `__Host-` has a browser take it from this host over https only; it would
 * refuse such a cookie over http, as on loopback.
 */
export const cookieName = (name: string, isSecure: boolean): string =>
  isSecure ? `__Host-${name}` : name;

/** The token in a cookie of ours; null without one. Other cookies of the host may hold anything. */
export function readToken(cookieHeader: string | undefined, name: string): string | null {
  const token = new RegExp(`(?:^|;)\\s*${name}=([a-z2-7]{40})\\s*(?:;|$)`);
  return token.exec(cookieHeader ?? '')?.[1] ?? null;
}
