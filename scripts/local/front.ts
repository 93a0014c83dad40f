// These run in workerd, from their own source text: none may refer to anything outside of itself.

/**
 * The request as its socket received it, where no proxy is in front: the address is the socket's, and so
 * are scheme and host, whatever the client says.
 */
export function asReceived(request: Request): Request {
  const socketAddress = '127.0.0.1'; // `npm start` listens there: whoever connects, connects from there
  const { pathname, search } = new URL(request.url);
  const url = `http://${request.headers.get('host')}${pathname}${search}`;
  const received = new Request(url, request);
  received.headers.set('CF-Connecting-IP', socketAddress);
  return received;
}

/** The request as a trusted proxy received it: over https where it says so. */
export function asProxied(request: Request): Request {
  const { url, headers } = request;
  if (!headers.get('x-forwarded-proto')?.startsWith('https')) return request;
  return new Request(url.replace(/^http:/, 'https:'), request);
}

/** Whether the deployed Worker would get the request; it is a file's otherwise. */
export function isForWorker(request: Request, prefix: string): boolean {
  return request.url.startsWith(prefix, request.url.indexOf('/', 'https://'.length));
}

/** The response in gzip for a client that takes it, as Cloudflare would compress it. */
export function compressed(request: Request, response: Response): Response {
  const compressible =
    /^(text\/(?!event-stream)|image\/svg|application\/(json|\w+\+json|javascript))/;
  if (!request.headers.get('accept-encoding')?.includes('gzip') || !response.body) return response;
  const { headers } = response;
  if (headers.has('content-encoding') || !compressible.test(headers.get('content-type') ?? '')) {
    return response;
  }
  const encoded = new Response(response.body, response);
  encoded.headers.set('Content-Encoding', 'gzip');
  encoded.headers.append('Vary', 'Accept-Encoding');
  return encoded;
}
