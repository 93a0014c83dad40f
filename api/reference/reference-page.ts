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
    <script>
      SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#reference', deepLinking: true });
    </script>
  </body>
</html>
`;
