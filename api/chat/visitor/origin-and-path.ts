const PAGE = /^(?:https?|android-app):$/;

/**
 * A page's address without its user, query and fragment, which may hold names, addresses and tokens;
 * null for what is no page's address.
 */
export function originAndPath(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url && PAGE.test(url.protocol) ? `${url.protocol}//${url.host}${url.pathname}` : null;
}
