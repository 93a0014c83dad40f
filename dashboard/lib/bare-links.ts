import type { Inline } from './markdown.ts';

const CANDIDATE = /https?:\/\/[^\s<>()[\]"'`]*[^\s<>()[\]"'`.,;:!?]/g;

/** Whether what is seen is all there is to it: no look-alike letters, hidden marks or user names. */
function isWhatItSays(address: string): boolean {
  const url = /^[\x21-\x7e]+$/.test(address) ? URL.parse(address) : null;
  return url !== null && url.username === '' && url.password === '';
}

/** Plain text with its bare web addresses as links; no markup is read. */
export function parseBareLinks(text: string): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const { 0: address, index } of text.matchAll(CANDIDATE)) {
    if (!isWhatItSays(address)) continue;
    if (index > from) parts.push({ kind: 'text', text: text.slice(from, index) });
    parts.push({ kind: 'link', text: address, href: address });
    from = index + address.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}
