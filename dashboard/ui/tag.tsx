import type { ComponentChildren } from 'preact';

export type Tone = 'plain' | 'accent' | 'warn' | 'info' | 'danger';

export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ComponentChildren }) {
  return <span class={`tag tag-${tone}`}>{children}</span>;
}
