import { signal } from '@preact/signals';
import { readStored, writeStored } from '../lib/stored.ts';

export const helpShown = signal(false);
/** Single-key shortcuts can get in the way of speech input, so they can be switched off. */
export const keysOn = signal(readStored('keys') !== 'off');

export function setKeysOn(on: boolean): void {
  keysOn.value = on;
  writeStored('keys', on ? null : 'off');
}

const PLACES: Record<string, string> = {
  i: '/inbox',
  c: '/customers',
  u: '/usage',
  s: '/sites',
};
const CHORD_MS = 1_000;

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select');
}

/** Moves the focus among the rows of the list on screen. */
function step(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  if (rows.length === 0) return false;
  const current = document.activeElement;
  const focused = rows.findIndex((row) => row === current || row.contains(current));
  const shown = rows.findIndex((row) => row.getAttribute('aria-current') === 'true');
  const from = focused >= 0 ? focused : shown;
  const to = Math.min(rows.length - 1, Math.max(0, from + by));
  rows[to]?.focus();
  return true;
}

/** `/inbox/42` → `/inbox`; null at the top. */
export function levelUp(path: string): string | null {
  const parts = path.split('/').filter(Boolean);
  return parts.length > 1 ? `/${parts.slice(0, -1).join('/')}` : null;
}

function focusSearch(): boolean {
  const search = document.querySelector<HTMLInputElement>('[data-search]');
  search?.focus();
  search?.select();
  return search !== null;
}

/** Listens for the keys of the whole page; returns what stops it. */
export function startKeys(go: (path: string) => void): () => void {
  let chordUntil = 0;
  const letter = (event: KeyboardEvent): boolean => {
    const place = PLACES[event.key];
    if (chordUntil > event.timeStamp && place !== undefined) {
      chordUntil = 0;
      go(place);
      return true;
    }
    if (event.key === 'g') chordUntil = event.timeStamp + CHORD_MS;
    else if (event.key === '/') return focusSearch();
    else if (event.key === '?') helpShown.value = true;
    else if (event.key === 'j') return step(1);
    else if (event.key === 'k') return step(-1);
    return event.key === '?';
  };
  const arrow = (event: KeyboardEvent): boolean => {
    const inList = document.activeElement?.closest('[data-row]');
    if (!inList) return false;
    if (event.key === 'ArrowDown') return step(1);
    return event.key === 'ArrowUp' ? step(-1) : false;
  };
  const goBack = (): boolean => {
    if (document.querySelector('dialog[open], [role="menu"]')) return false;
    const active = document.activeElement;
    if (active instanceof HTMLElement && isTyping(active)) {
      active.blur();
      return true;
    }
    const up = levelUp(location.pathname);
    if (up !== null) go(up);
    return up !== null;
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    let used = false;
    if (event.key === 'Escape') used = goBack();
    else if (!isTyping(event.target)) used = arrow(event) || (keysOn.value && letter(event));
    if (used) event.preventDefault();
  };
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}
