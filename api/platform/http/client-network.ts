/**
 * Whom a limit by address counts: the client's IPv4 address, or the /64 network of an IPv6 one, since
 * a household has all of it. Cloudflare sets the header and drops what the client sent.
 */
export function clientNetwork(ip: string | undefined): string {
  if (!ip) return 'unknown';
  if (!ip.includes(':')) return ip;
  const [head = '', tail] = ip.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing =
    tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
  const all = [...groups, ...Array(Math.max(0, missing)).fill('0'), ...(tail ?? '').split(':')];
  const network = all.slice(0, 4).map((group) => Number.parseInt(group || '0', 16).toString(16));
  return `${network.join(':')}::/64`;
}
