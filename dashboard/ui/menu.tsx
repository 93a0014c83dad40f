import { useSignal } from '@preact/signals';
import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';

export interface MenuItem {
  label: string;
  icon?: IconNode;
  /** A link when set, else an action. */
  href?: string;
  onSelect?: () => void;
  whyNot?: string | undefined;
  danger?: boolean;
}

interface MenuProps {
  label: string;
  items: MenuItem[];
  trigger: ComponentChildren;
  /** The trigger's own words name it; else the label does. */
  named?: boolean;
  class?: string;
  /** Which way it opens. */
  side?: 'below' | 'above';
}

/** A button with a menu of actions; arrows move, Escape closes and gives the focus back. */
export function Menu({ label, items, trigger, class: extra, side = 'below', named }: MenuProps) {
  const open = useSignal(false);
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = (refocus: boolean) => {
    open.value = false;
    if (refocus) button.current?.focus();
  };
  const entries = () => [
    ...(root.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []),
  ];

  const onKey = (event: KeyboardEvent) => {
    const list = entries();
    const at = list.indexOf(document.activeElement as HTMLElement);
    const moves: Record<string, number> = {
      ArrowDown: (at + 1) % list.length,
      ArrowUp: (at - 1 + list.length) % list.length,
      Home: 0,
      End: list.length - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) list[to]?.focus();
    else if (event.key === 'Escape') close(true);
    else if (event.key === 'Tab') return close(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  useEffect(() => {
    if (!open.value) return;
    entries()[0]?.focus();
    root.current?.querySelector('[role="menu"]')?.scrollIntoView({ block: 'nearest' });
    const onPointer = (event: PointerEvent) => {
      if (!(event.target instanceof Node && root.current?.contains(event.target))) close(false);
    };
    const node = root.current;
    node?.addEventListener('keydown', onKey);
    addEventListener('pointerdown', onPointer);
    return () => {
      node?.removeEventListener('keydown', onKey);
      removeEventListener('pointerdown', onPointer);
    };
  }, [open.value]);

  return (
    <span class={`menu ${extra ?? ''}`} ref={root}>
      <button
        ref={button}
        type="button"
        class="menu-trigger"
        aria-haspopup="menu"
        aria-expanded={open.value}
        aria-label={named ? undefined : label}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        {trigger}
      </button>
      {open.value && (
        <div class={`menu-list menu-${side}`} role="menu" aria-label={label}>
          {items.map((item) => (
            <MenuEntry key={item.label} item={item} onDone={() => close(true)} />
          ))}
        </div>
      )}
    </span>
  );
}

function MenuEntry({ item, onDone }: { item: MenuItem; onDone: () => void }) {
  const shared = {
    tabIndex: -1,
    class: item.danger ? 'menu-entry menu-danger' : 'menu-entry',
    title: item.whyNot,
  };
  const body = (
    <>
      {item.icon && <Icon node={item.icon} />}
      {item.label}
    </>
  );
  if (item.href !== undefined) {
    return (
      <a role="menuitem" {...shared} href={item.href} onClick={onDone}>
        {body}
      </a>
    );
  }
  return (
    <button
      type="button"
      role="menuitem"
      aria-disabled={item.whyNot === undefined ? undefined : 'true'}
      {...shared}
      onClick={() => {
        if (item.whyNot !== undefined) return;
        onDone();
        item.onSelect?.();
      }}
    >
      {body}
    </button>
  );
}
