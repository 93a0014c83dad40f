import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { withQuery } from './api.ts';

const PAUSE_MS = 300; // browsers refuse a page that writes its address at every key

/**
 * Keeps what a list shows in the address, so that a reload, a bookmark and a colleague see the same.
 * An address that says something is followed; one that says nothing is filled in.
 */
export function useInAddress(
  name: string,
  shown: ReadonlySignal<string>,
  adopt: (asked: string) => void,
): void {
  const { query, route } = useLocation();
  const asked = query[name] ?? '';
  const followed = useRef<string | null>(null);
  const written = useRef<string | null>(null);
  const value = shown.value;
  useEffect(() => {
    const isNews = asked !== followed.current && asked !== written.current;
    followed.current = asked;
    if (isNews && asked !== '' && asked !== shown.peek()) return adopt(asked);
    const timer = setTimeout(() => {
      const params = Object.fromEntries(new URLSearchParams(location.search));
      if ((params[name] ?? '') === shown.peek()) return;
      written.current = shown.peek();
      route(withQuery(location.pathname, { ...params, [name]: shown.peek() }), true);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asked, value, name, shown, adopt, route]);
}
