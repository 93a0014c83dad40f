const REACHABLE = 'button:not(:disabled), a[href], input, textarea, [tabindex="0"]';

const activeIn = (panel: HTMLElement) =>
  (panel.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;

/**
 * Moves the focus into the panel: to the field, or where the panel covers the screen to the panel
 * itself, for a phone's keyboard would hide the greeting. Returns how to give the focus back.
 */
export function takeFocus(panel: HTMLElement, covers: boolean): () => void {
  const before = activeIn(panel) ?? (document.activeElement as HTMLElement | null);
  const launcher = (panel.getRootNode() as ShadowRoot).querySelector('button');
  (covers ? panel : panel.querySelector('textarea'))?.focus();
  return () => (before?.isConnected && before !== document.body ? before : launcher)?.focus();
}

/** Keeps Tab inside a panel that covers the page. */
export function containTab(panel: HTMLElement, event: KeyboardEvent): void {
  const stops = [...panel.querySelectorAll<HTMLElement>(REACHABLE)];
  if (event.shiftKey) stops.reverse();
  const now = activeIn(panel);
  if (now !== stops.at(-1) && !(event.shiftKey && now === panel)) return;
  event.preventDefault();
  stops[0]?.focus();
}
