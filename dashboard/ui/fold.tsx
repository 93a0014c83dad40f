import { useSignal } from '@preact/signals';
import { ChevronDown, ChevronUp } from 'lucide';
import type { JSX } from 'preact';
import { Icon } from './icon.tsx';

/** The first few of a list, and the button that shows the others; null where there are none. */
export function useFold<T>(
  items: T[],
  shown: number,
  words: { more: (hidden: number) => string; fewer: string },
): { visible: T[]; button: JSX.Element | null } {
  const open = useSignal(false);
  const hidden = items.length - shown;
  if (hidden <= 0) return { visible: items, button: null };
  const button = (
    <button
      type="button"
      class="link-button"
      aria-expanded={open.value}
      onClick={() => {
        open.value = !open.value;
      }}
    >
      {open.value ? words.fewer : words.more(hidden)}
      <Icon node={open.value ? ChevronUp : ChevronDown} />
    </button>
  );
  return { visible: open.value ? items : items.slice(0, shown), button };
}
