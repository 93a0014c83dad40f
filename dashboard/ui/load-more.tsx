import { useEffect, useRef } from 'preact/hooks';
import type { Pager } from '../lib/pager.ts';
import { Button } from './button.tsx';
import { ErrorNote } from './states.tsx';

const AHEAD = '400px'; // about nine rows: the next page is there before the end is reached

/** The end of a list: reads on when scrolled to, and has a button for those who do not scroll. */
export function LoadMore<T>({ pager }: { pager: Pager<T> }) {
  const end = useRef<HTMLDivElement>(null);
  const wanted = pager.hasMore.value && pager.moreError.value === null;
  useEffect(() => {
    const node = end.current;
    if (!node || !wanted || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void pager.more();
      },
      { rootMargin: AHEAD },
    );
    observer.observe(node);
    return () => observer.disconnect();
  }, [pager, wanted, pager.items.value.length]);
  if (!pager.hasMore.value) return null;
  return (
    <div class="load-more" ref={end}>
      {pager.moreError.value ? (
        <ErrorNote error={pager.moreError.value} retry={() => void pager.more()} />
      ) : (
        <Button kind="quiet" busy={pager.loadingMore.value} onClick={() => void pager.more()}>
          {pager.loadingMore.value ? 'Loading…' : 'Show more'}
        </Button>
      )}
    </div>
  );
}
