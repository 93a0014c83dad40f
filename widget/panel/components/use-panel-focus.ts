import type { ReadonlySignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

const REACHABLE = 'button:not(:disabled), a[href], input, textarea, [tabindex="0"]';

/**
 * Takes focus when the panel opens and gives it back when it closes; Escape closes; Tab stays inside
 * while the panel covers the page. Keys do not reach the page's own shortcuts.
 */
export function usePanelFocus(
  frame: RefObject<HTMLElement>,
  open: ReadonlySignal<boolean>,
  full: ReadonlySignal<boolean>,
  close: () => void,
): (event: KeyboardEvent) => void {
  const isOpen = open.value;
  useLayoutEffect(() => {
    const panel = frame.current;
    if (!isOpen || !panel) return;
    const root = panel.getRootNode() as ShadowRoot;
    const before = (root.activeElement ?? document.activeElement) as HTMLElement | null;
    // On a phone the field's keyboard would cover the greeting.
    (full.peek() ? panel : panel.querySelector('textarea'))?.focus();
    return () => {
      const back = before?.isConnected && before !== document.body ? before : null;
      (back ?? root.querySelector('button'))?.focus();
    };
  }, [isOpen]);

  return (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
    if (event.key !== 'Tab' || !full.peek()) return;
    const panel = frame.current as HTMLElement;
    const stops = [...panel.querySelectorAll<HTMLElement>(REACHABLE)];
    const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    const now = (panel.getRootNode() as ShadowRoot).activeElement;
    if (now !== from && now !== panel) return;
    event.preventDefault();
    to?.focus();
  };
}
