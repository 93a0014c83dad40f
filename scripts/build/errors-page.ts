const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const inline = (text: string) => escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');

function block(text: string): string {
  const [, marks, title = ''] = /^(#{1,2}) (.+)$/.exec(text) ?? [];
  if (!marks) return `<p>${inline(text)}</p>`;
  if (marks === '#') return `<h1>${inline(title)}</h1>`;
  return `<h2 id="${escaped(title)}"><code>${escaped(title)}</code></h2>`;
}

/**
 * The page that a problem's `type` leads to: docs/errors.md, with an anchor for each code. Knows what is
 * used there: headings, paragraphs and code.
 */
export function errorsPage(markdown: string): string {
  const blocks = markdown.trim().split(/\n{2,}/);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>TradeSphere errors</title>
    <style>
      :root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
      body { max-width: 70ch; margin: 32px auto; padding: 0 16px; }
      :target { text-decoration: underline; }
    </style>
  </head>
  <body>
${blocks.map(block).join('\n')}
  </body>
</html>
`;
}
