import type { IconNode } from 'lucide';
import { h } from 'preact';

/** An icon of the set, 18 px, silent: its button or word says what it means. */
export function Icon({ node }: { node: IconNode }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {node.map(([tag, attributes], index) => h(tag, { ...attributes, key: index }))}
    </svg>
  );
}
