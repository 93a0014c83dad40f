import { createHash } from 'node:crypto';

const SCRIPT = `
      SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#reference', deepLinking: true });
    `;

/** Allows the build's scripts and the one above; Swagger UI's style sheet uses data: images. */
export const referencePolicy = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The API reference, drawn by Swagger UI out of the Worker's own assets. */
export const referencePage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>TradeSphere API reference</title>
    <link rel="stylesheet" href="/vendor/swagger-ui/swagger-ui.css" />
  </head>
  <body>
    <main id="reference"></main>
    <script src="/vendor/swagger-ui/swagger-ui-bundle.js"></script>
    <script>${SCRIPT}</script>
  </body>
</html>
`;
