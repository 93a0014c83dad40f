import { type Inline, parseMarkdown } from '../../lib/markdown.ts';

function InlineText({ parts }: { parts: Inline[] }) {
  return (
    <>
      {parts.map((part, index) => {
        if (part.kind === 'strong') return <strong key={index}>{part.text}</strong>;
        if (part.kind === 'text') return part.text;
        return (
          <a key={index} href={part.href} target="_blank" rel="noreferrer noopener">
            {part.text}
          </a>
        );
      })}
    </>
  );
}

/** The assistant's Markdown as elements; never as HTML. */
export function MessageText({ text }: { text: string }) {
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
