import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A contractor's page on an origin of its own. */
export interface HostPage {
  origin: string;
  close(): Promise<void>;
}

/** Serves one page with its Content-Security-Policy on a free port. */
export async function hostPage(html: string, policy = ''): Promise<HostPage> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (policy) response.setHeader('Content-Security-Policy', policy);
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
