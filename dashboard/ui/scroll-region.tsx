import type { ComponentChildren, RefObject } from 'preact';

interface ScrollRegionProps {
  label: string;
  class: string;
  children: ComponentChildren;
  box?: RefObject<HTMLElement | null>;
  onScroll?: (node: HTMLElement) => void;
}

/** A part of the page that scrolls by itself, and can be reached and scrolled by key. */
export function ScrollRegion({ label, class: name, children, box, onScroll }: ScrollRegionProps) {
  return (
    <section
      class={name}
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys scroll what has the focus
      tabIndex={0}
      aria-label={label}
      onScroll={(event) => onScroll?.(event.currentTarget)}
    >
      {children}
    </section>
  );
}
