import type { ReadonlySignal } from '@preact/signals';
import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** The same condition as in panel.css: the panel covers the screen. */
const FULL_SCREEN = '(max-width: 480px), (max-height: 480px)';

/**
 * Keeps the panel inside what is seen while a phone's keyboard is up, and tells whether it covers
 * the screen.
 */
export function useKeyboardRoom(frame: RefObject<HTMLElement>): ReadonlySignal<boolean> {
  const full = useSignal(false);
  useEffect(() => {
    const query = matchMedia(FULL_SCREEN);
    const seen = visualViewport;
    const fit = () => {
      full.value = query.matches;
      const style = frame.current?.style;
      style?.setProperty('--seen-height', seen ? `${seen.height}px` : '100dvh');
      style?.setProperty('--seen-top', `${seen?.offsetTop ?? 0}px`);
    };
    fit();
    query.addEventListener('change', fit);
    seen?.addEventListener('resize', fit);
    seen?.addEventListener('scroll', fit);
    return () => {
      query.removeEventListener('change', fit);
      seen?.removeEventListener('resize', fit);
      seen?.removeEventListener('scroll', fit);
    };
  }, []);
  return full;
}
