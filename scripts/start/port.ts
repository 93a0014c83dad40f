import { createServer } from 'node:net';
import { errorCode, PlainError } from '../../db/plain-error.ts';
import { portTaken } from '../local/serve-worker.ts';

function tryToListen(port: number, host: string): Promise<unknown> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}

/**
 * Checks early what would fail late. The IPv6 loopback counts too: whoever listens there would get
 * what a browser sends to `localhost`.
 * @throws PlainError when somebody listens on the port
 */
export async function assertPortFree(port: number): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    const error = await tryToListen(port, host);
    const code = errorCode(error);
    if (code === 'EADDRINUSE') throw portTaken(port);
    if (code === 'EACCES') {
      throw new PlainError(`Port ${port} is not for ordinary users; choose one above 1023.`);
    }
  }
}
