import type { IconNode } from 'lucide';
import { h } from 'preact';

/** An icon of the one set we use; it is never the only name of what it stands on. */
export function Icon({ of }: { of: IconNode }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      {of.map(([tag, attributes]) => h(tag, attributes as Record<string, string>))}
    </svg>
  );
}
