/** Nothing that a page does not name; 'self' covers scripts that come with the build, never inline ones. */
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

/** A page whose policy is not the dashboard's: the rule before it must be taken back. */
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
/** Nothing runs on a page that is only read. */
const docs = policy("style-src 'self'", "img-src 'self'", "form-action 'none'", UNFRAMED);

/**
 * How Workers assets serve the pages (`_headers`). The dashboard answers at every address that no file has,
 * so its policy is everybody's but for the pages below. HSTS is ignored where it comes over http.
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
