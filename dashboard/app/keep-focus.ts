const FOCUSABLE = 'a[href], button, input';

interface Place {
  element: HTMLElement;
  /** The list that the element's row stands in, and where. */
  list: Element | null;
  index: number;
}

function placeOf(element: HTMLElement): Place {
  const row = element.closest('tr, li');
  const list = row?.parentElement ?? null;
  return { element, list, index: row && list ? [...list.children].indexOf(row) : 0 };
}

/** Who comes after somebody that is gone: the row now in that place, or the one before it. */
function heirOf({ list, index }: Place): HTMLElement | null {
  if (!list?.isConnected) return null;
  const row = list.children[Math.min(index, list.children.length - 1)];
  const find = (what: string) => row?.querySelector<HTMLElement>(what);
  return find('[data-row]') ?? find(FOCUSABLE) ?? null;
}

/**
 * Keeps a keyboard's place when what has the focus is taken away or moved by the page itself: on to
 * the next row of its list, else to `main`. Returns what stops it.
 */
export function keepFocus(main: HTMLElement): () => void {
  let place: Place | null = null;
  const onFocus = ({ target }: FocusEvent) => {
    place = target instanceof HTMLElement ? placeOf(target) : null;
  };
  // Who presses elsewhere or Escape gives the focus up.
  const giveUp = () => {
    place = null;
  };
  const onKey = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') giveUp();
  };
  const observer = new MutationObserver(() => {
    if (!place || document.activeElement !== document.body) return;
    const { element } = place;
    const to = element.isConnected ? element : heirOf(place);
    (to ?? main).focus({ preventScroll: true });
  });
  observer.observe(document.body, { childList: true, subtree: true });
  addEventListener('focusin', onFocus);
  addEventListener('pointerdown', giveUp, true);
  addEventListener('keydown', onKey, true);
  return () => {
    observer.disconnect();
    removeEventListener('focusin', onFocus);
    removeEventListener('pointerdown', giveUp, true);
    removeEventListener('keydown', onKey, true);
  };
}
