/** The same condition as in frame.css: the panel covers the screen. */
export const fullScreen = () => matchMedia('(max-width: 480px), (max-height: 480px)');

/** Keeps the panel inside what is seen while a phone's keyboard is up; returns how to stop. */
export function fitScreen(panel: HTMLElement): () => void {
  const seen = window.visualViewport;
  if (!seen) return () => {};
  const place = () => {
    panel.style.setProperty('--seen-height', `${seen.height}px`);
    panel.style.setProperty('--seen-top', `${seen.offsetTop}px`);
  };
  const closed = new AbortController();
  place();
  for (const change of ['resize', 'scroll'])
    seen.addEventListener(change, place, { signal: closed.signal });
  return () => closed.abort();
}
