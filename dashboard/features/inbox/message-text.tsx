import { parseBareLinks } from '../../lib/bare-links.ts';
import { type Inline, parseMarkdown } from '../../lib/markdown.ts';

type Link = Extract<Inline, { kind: 'link' }>;

/**
 * A link that shows where it leads: a label of its own is followed by the target's host. Each is
 * isolated, so that direction marks around it cannot turn it round.
 */
function TextLink({ text, href }: Link) {
  const host = URL.parse(href)?.host;
  if (!host) return `${text} (${href})`;
  const plain = text === href || text === host;
  return (
    <>
      <a href={href} target="_blank" rel="noreferrer noopener" dir={plain ? 'ltr' : 'auto'}>
        {text}
      </a>
      {!plain && (
        <span class="link-host" dir="ltr">
          {` (${host})`}
        </span>
      )}
    </>
  );
}

function InlineText({ parts }: { parts: Inline[] }) {
  return (
    <>
      {parts.map((part, index) => {
        if (part.kind === 'strong') return <strong key={index}>{part.text}</strong>;
        if (part.kind === 'text') return part.text;
        return <TextLink key={index} {...part} />;
      })}
    </>
  );
}

/** What a visitor wrote, as written: no label may stand for another address. */
export function PlainMessage({ text }: { text: string }) {
  return (
    <p class="plain-message">
      <InlineText parts={parseBareLinks(text)} />
    </p>
  );
}

/** The assistant's or the team's Markdown as elements; never as HTML. */
export function MarkdownMessage({ text }: { text: string }) {
  return (
    <>
      {parseMarkdown(text).map((block, index) => {
        if (block.kind === 'paragraph') {
          return (
            <p key={index}>
              {block.lines.map((line, at) => (
                <span key={at}>
                  {at > 0 && <br />}
                  <InlineText parts={line} />
                </span>
              ))}
            </p>
          );
        }
        const items = block.items.map((item, at) => (
          <li key={at}>
            <InlineText parts={item} />
          </li>
        ));
        return block.ordered ? <ol key={index}>{items}</ol> : <ul key={index}>{items}</ul>;
      })}
    </>
  );
}
