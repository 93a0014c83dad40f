/**
 * The request as its socket received it. Miniflare keeps a client's own CF-Connecting-IP, takes the
 * address of the request out of MF-Original-URL and its scheme out of X-Forwarded-Proto. Other CF-* and MF-*
 * headers are left: the Worker reads none, and looking through all names costs 80 µs of CPU a request.
 * NOTE: it runs in workerd, from its own source text, and must not refer to anything outside of itself.
 */
export function asReceived(request: Request): Request {
  const socketAddress = '127.0.0.1'; // `npm start` listens there: whoever connects, connects from there
  const origin = `http://${request.headers.get('host')}`;
  const address = request.headers.get('cf-connecting-ip');
  if (address === socketAddress && request.url.startsWith(`${origin}/`)) return request;
  const { pathname, search } = new URL(request.url);
  const received = new Request(origin + pathname + search, request);
  received.headers.set('CF-Connecting-IP', socketAddress);
  return received;
}
