import { AppError } from '../../errors.ts';
import { isOriginAllowed } from '../../sites/is-origin-allowed.ts';

/** What a request shows of where it came from. */
export interface SiteProof {
  widgetKey: string;
  /** The Origin header; null when there was none. */
  origin: string | null;
  /** The origin that the request was sent to. */
  requestOrigin: string;
  /** The client's network; limits count it. */
  network: string;
}

interface SiteRule {
  publishableKey: string;
  allowedOrigins: string[];
}

/** Throws `widget_key_invalid` or `origin_not_allowed`. */
export function assertSiteAllows(site: SiteRule | null, proof: SiteProof): void {
  if (site?.publishableKey !== proof.widgetKey) throw new AppError('widget_key_invalid');
  if (!isOriginAllowed(site, proof.origin, proof.requestOrigin)) {
    throw new AppError('origin_not_allowed');
  }
}
