const LOCAL_HOST = /^(localhost|[a-z0-9-]+\.localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * An allowed origin as browsers send it: scheme, host in lower case and ASCII, port unless it is the
 * usual one. Null unless it is https (or http on this machine) without path, query or credentials.
 * `https://*.example.com` stands for every subdomain, not for example.com itself.
 */
export function normalizeOrigin(text: string): string | null {
  const url = URL.parse(text.trim());
  if (url?.pathname !== '/' || url.search || url.hash || url.username || url.password) {
    return null;
  }
  if (/[?#@]/.test(text) || !isAllowedHost(url)) return null;
  return url.origin;
}

function isAllowedHost({ protocol, hostname }: URL): boolean {
  if (LOCAL_HOST.test(hostname)) return protocol === 'https:' || protocol === 'http:';
  const labels = hostname.replace(/^\*\./, '').split('.');
  const named = labels.length >= 2 && labels.every((label) => /^[a-z0-9_-]+$/.test(label));
  return protocol === 'https:' && named;
}
