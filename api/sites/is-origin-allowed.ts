/**
 * Whether a page of `origin` may use the site's widget key. Its own origin is the one that the request
 * was sent to (the dashboard's preview, the examples). Every other must be listed; `null`, which
 * sandboxed frames and files send, cannot be listed.
 *
 * A request without an Origin is allowed: browsers leave it out only where a page asks its own origin
 * or cannot read the answer. The list protects visitors of foreign pages; a program can send any Origin.
 */
export function isOriginAllowed(
  site: { allowedOrigins: string[] },
  origin: string | null,
  requestOrigin: string,
): boolean {
  if (origin === null || origin === requestOrigin) return true;
  return site.allowedOrigins.some((allowed) => covers(allowed, origin));
}

function covers(allowed: string, origin: string): boolean {
  if (!allowed.includes('//*.')) return allowed === origin;
  const [scheme, domain = ''] = allowed.split('//*');
  return origin.startsWith(`${scheme}//`) && origin.endsWith(domain);
}
