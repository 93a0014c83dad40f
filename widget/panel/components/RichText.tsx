import type { ComponentChild } from 'preact';
import { Component, h } from 'preact';
import type { StreamText } from '../store/stream-text.ts';
import type { Block, Inline } from '../text/markdown.ts';
import { closeTail, parseBlocks } from '../text/markdown.ts';
import { view } from './view.ts';

const draw = (parts: Inline[]): ComponentChild[] =>
  parts.map((part) => {
    if (typeof part === 'string') return part;
    const { tag, children } = part;
    const link = tag === 'a' ? { href: part.href, target: '_blank', rel: 'noopener' } : null;
    return h(tag, link, ...draw(children));
  });

function drawBlock(block: Block) {
  if (block.tag === 'p')
    return <p>{block.lines.map((line, i) => [i > 0 && <br />, draw(line)])}</p>;
  const start = block.start > 1 ? { start: block.start } : null;
  return h(block.tag, start, ...block.items.map((item) => <li>{draw(item)}</li>));
}

/** A part of an answer that is drawn again only when its text is another one. */
class Part extends Component<{ source: string }> {
  override shouldComponentUpdate(next: { source: string }) {
    return next.source !== this.props.source;
  }
  override render() {
    return parseBlocks(this.props.source).map(drawBlock);
  }
}

const Tail = view(({ of, live }: { of: StreamText; live: boolean }) => {
  const tail = of.tail.value;
  return <Part source={live ? closeTail(tail) : tail} />;
});

/** Markdown from a frozen part and a live tail: a new word draws the tail alone. */
export const RichText = view(({ of, live }: { of: StreamText; live: boolean }) => (
  <>
    {of.frozen.value.map((source, i) => (
      <Part key={i} source={source} />
    ))}
    <Tail of={of} live={live} />
  </>
));
