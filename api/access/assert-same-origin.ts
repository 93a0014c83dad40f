import { AppError } from '../errors.ts';

/**
 * Throws `csrf_rejected` when a browser says that another site's page made the request. Browsers
 * always say so on an unsafe request; what says nothing at all is a program that has its own cookies,
 * and nobody can make it send them.
 */
export function assertSameOrigin(request: { url: string; headers: Headers }): void {
  const site = request.headers.get('Sec-Fetch-Site');
  if (site === 'same-origin') return;
  const origin = request.headers.get('Origin');
  const foreign =
    origin === null ? site !== null && site !== 'none' : origin !== new URL(request.url).origin;
  if (foreign) {
    throw new AppError('csrf_rejected', {
      detail: 'A log-in works from our own pages only; from elsewhere, use an API key.',
    });
  }
}
