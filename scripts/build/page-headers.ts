/** A policy that allows only the sources listed; 'self' covers the build's scripts and no inline ones. */
const policy = (...directives: string[]) =>
  ["default-src 'none'", ...directives, "base-uri 'none'"].join('; ');

const APP = [
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
];
const TRUSTED_TYPES = "require-trusted-types-for 'script'";
const UNFRAMED = "frame-ancestors 'none'";

/** Overrides the default policy: without the detach line both would apply. */
const otherPolicy = (path: string, csp: string) => `${path}
  ! Content-Security-Policy
  Content-Security-Policy: ${csp}
`;

const preview = policy(...APP, "frame-ancestors 'self'");
const example = policy(
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  UNFRAMED,
  TRUSTED_TYPES,
);
/** A page without scripts. */
const docs = policy("style-src 'self'", "img-src 'self'", "form-action 'none'", UNFRAMED);

/**
 * Response headers of the static pages, in the `_headers` format of Workers assets. The dashboard is served at
 * every path without a file, so its policy is the default. Browsers ignore HSTS over http.
 */
export const PAGE_HEADERS = `/*
  Content-Security-Policy: ${policy(...APP, UNFRAMED, TRUSTED_TYPES)}
  Referrer-Policy: strict-origin-when-cross-origin
  Strict-Transport-Security: max-age=31536000; includeSubDomains
  X-Content-Type-Options: nosniff
${[
  otherPolicy('/preview', preview),
  otherPolicy('/preview.html', preview),
  otherPolicy('/examples/contractor-site/*', example),
  otherPolicy('/docs/errors*', docs),
].join('')}`;
