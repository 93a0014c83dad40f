/** The little Markdown that assistants write, as data; whatever else it holds stays plain text. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong'; text: string }
  | { kind: 'link'; text: string; href: string };

export type Block =
  | { kind: 'paragraph'; lines: Inline[][] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] };

const INLINE =
  /\*\*([^*]+)\*\*|\[([^[\]]{1,500})\]\((https?:\/\/[^\s)]{1,2000})\)|(https?:\/\/[^\s<>)]*[^\s<>).,;:!?])/g;
const ITEM = /^\s{0,99}(?:[-*•]|(\d{1,3})[.)])\s{1,99}(.*)$/;
const HEADING = /^#{1,6}\s{1,99}(.*)$/;

export function parseInline(text: string): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    const [whole, strong, label, href, bare] = match;
    if (strong !== undefined) parts.push({ kind: 'strong', text: strong });
    else if (label !== undefined && href !== undefined)
      parts.push({ kind: 'link', text: label, href });
    else if (bare !== undefined) parts.push({ kind: 'link', text: bare, href: bare });
    from = match.index + whole.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

/** The words alone, on one line, for a preview. */
export function plainText(text: string): string {
  return parseMarkdown(text)
    .flatMap((block) => (block.kind === 'list' ? block.items : block.lines))
    .map((parts) => parts.map((part) => part.text).join(''))
    .join(' ');
}

/** Paragraphs and lists; a blank line ends either. */
export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') {
      open = null;
      continue;
    }
    const item = ITEM.exec(line);
    if (item) {
      const ordered = item[1] !== undefined;
      if (open?.kind !== 'list' || open.ordered !== ordered) {
        open = { kind: 'list', ordered, items: [] };
        blocks.push(open);
      }
      open.items.push(parseInline(item[2] ?? ''));
      continue;
    }
    if (open?.kind !== 'paragraph') {
      open = { kind: 'paragraph', lines: [] };
      blocks.push(open);
    }
    const heading = HEADING.exec(line);
    open.lines.push(heading ? [{ kind: 'strong', text: heading[1] ?? '' }] : parseInline(line));
  }
  return blocks;
}
