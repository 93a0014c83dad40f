/** What an answer may hold; a component draws it, no markup is ever parsed as HTML. */
export type Inline =
  | string
  | { tag: 'strong' | 'em' | 'code'; children: Inline[] }
  | { tag: 'a'; href: string; children: Inline[] };

export type Block =
  | { tag: 'p'; lines: Inline[][] }
  | { tag: 'ul' | 'ol'; start: number; items: Inline[][] };

const SAFE_LINK = /^(https?:|mailto:|tel:)/i;
const INLINE = new RegExp(
  [
    '`([^`]+)`',
    '\\*\\*(?=\\S)(.+?)\\*\\*',
    '\\*(?=\\S)([^*]+?)(?<=\\S)\\*',
    '(?<!\\w)_(?=\\S)([^_]+?)(?<=\\S)_(?!\\w)',
    '\\[([^[\\]]{1,500})\\]\\(([^()\\s]+)\\)',
    '(https?://[^\\s<>()]*[^\\s<>().,;:!?])',
  ].join('|'),
  'g',
);

/** Bold, italic, code and links of one line. A link whose scheme is not safe stays text. */
export function parseInline(text: string): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push(inlineOf(match));
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

function inlineOf([
  all,
  code,
  bold,
  starred,
  scored,
  label,
  target,
  url,
]: RegExpMatchArray): Inline {
  if (code) return { tag: 'code', children: [code] };
  if (bold) return { tag: 'strong', children: parseInline(bold) };
  const slanted = starred ?? scored;
  if (slanted) return { tag: 'em', children: parseInline(slanted) };
  const href = url ?? target ?? '';
  if (!SAFE_LINK.test(href)) return all;
  return { tag: 'a', href, children: label ? parseInline(label) : [href] };
}

/** Paragraphs and lists. A heading reads as a bold line: an answer in a chat has no sections. */
export function parseBlocks(source: string): Block[] {
  const blocks: Block[] = [];
  for (const line of source.split('\n')) {
    const item = /^\s{0,99}(?:[-*•]|(\d{1,3})[.)])\s{1,99}(.*)$/.exec(line);
    const last = blocks.at(-1);
    if (item) {
      const tag = item[1] ? 'ol' : 'ul';
      const content = parseInline(item[2] ?? '');
      if (last?.tag === tag) last.items.push(content);
      else blocks.push({ tag, start: Number(item[1] ?? 1), items: [content] });
    } else if (line.trim()) {
      const heading = /^#{1,6}\s{1,99}(.*)$/.exec(line);
      const content = parseInline(heading ? `**${heading[1]}**` : line.trim());
      if (last?.tag === 'p') last.lines.push(content);
      else if (last && /^\s/.test(line)) last.items.at(-1)?.push(' ', ...content);
      else blocks.push({ tag: 'p', lines: [content] });
    }
  }
  return blocks;
}

/** Closes what the tail of a growing answer has left open, so that no stars flicker by. */
export function closeTail(tail: string): string {
  const bold = tail.split('**').length % 2 === 0;
  return bold ? `${tail.replace(/(?<!\*)\*+$/, '')}${/\*\*$/.test(tail) ? '' : '**'}` : tail;
}

/** The words alone, for a screen reader's announcement. */
export function plainText(source: string): string {
  return source
    .replace(/\[([^[\]]{1,500})\]\([^()\s]+\)/g, '$1')
    .replace(/(\*\*|`|^#{1,6}\s+)/gm, '')
    .trim();
}
