const CODE = /^[a-z0-9_]+$/;
const INLINE = /`([^`]+)`|\[([^\]]+)\]\(([^\s)]+)\)/g;
/** What this page has no use for; it would be shown as it is typed. */
const UNKNOWN = /^(?:[#>|<]|[-*+]\s|```| {4})|\*\*|!\[/m;

interface Section {
  code: string;
  /** HTTP status. */
  status: string;
  paragraphs: string[];
}

/**
 * The page behind a problem's `type`, out of docs/errors.md: a section for each code, under its name as
 * the anchor.
 * @throws Error on Markdown that is not drawn here: only sections, paragraphs, code and links are
 */
export function errorsPage(markdown: string): string {
  const [head = '', ...rest] = markdown.replaceAll('\r\n', '\n').split(/^## /m);
  const [title = '', ...intro] = paragraphsOf(head.replace(/^# /, ''));
  const sections = rest.map(sectionOf);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title} · TradeSphere API</title>
    <link rel="icon" href="/docs/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/docs/errors.css">
  </head>
  <body>
    <header>
      <a href="/">TradeSphere</a>
      <a href="/api/docs">API reference</a>
    </header>
    <main>
      <h1>${title}</h1>
      ${intro.map(paragraph).join('\n      ')}
      <nav aria-label="Codes">
        <ul>
          ${sections.map(({ code }) => `<li><a href="#${code}">${code}</a></li>`).join('\n          ')}
        </ul>
      </nav>
      ${sections.map(drawSection).join('\n      ')}
    </main>
  </body>
</html>
`;
}

function sectionOf(text: string): Section {
  const [code = '', first = '', ...more] = paragraphsOf(text);
  const [, status, rest] = /^(\d{3})(?:\. )?(.*)$/s.exec(first) ?? [];
  if (!CODE.test(code) || !status) {
    throw new Error(
      `docs/errors.md: the section "${code}" does not begin with a code and a status`,
    );
  }
  // "503, or an event" reads on from its number, which then stays in the sentence.
  return { code, status, paragraphs: [rest?.startsWith(',') ? first : (rest ?? ''), ...more] };
}

function paragraphsOf(text: string): string[] {
  const unknown = UNKNOWN.exec(text.replace(/`[^`\n]+`/g, ''))?.[0];
  if (unknown) throw new Error(`docs/errors.md: the page cannot draw "${unknown.trim()}"`);
  return text.trim().split(/\n\s*\n/);
}

function drawSection({ code, status, paragraphs }: Section): string {
  return `<section id="${code}">
        <h2><a href="#${code}">${code}</a> <span>${status}</span></h2>
        ${paragraphs.map(paragraph).join('\n        ')}
      </section>`;
}

const paragraph = (text: string): string => `<p>${inline(text)}</p>`;

/** Text with its code and links; everything else is text. */
function inline(text: string): string {
  let html = '';
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, code, label = '', href = ''] = match;
    html += escaped(text.slice(from, match.index));
    html += code
      ? `<code>${escaped(code)}</code>`
      : `<a href="${escaped(href)}">${escaped(label)}</a>`;
    from = match.index + whole.length;
  }
  return html + escaped(text.slice(from));
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => ESCAPES[one] ?? one);
