import { type ReadonlySignal, signal } from '@preact/signals';

/** Whether a media query matches, as a signal that follows it. */
export function matching(query: string): ReadonlySignal<boolean> {
  const list = matchMedia(query);
  const matches = signal(list.matches);
  list.addEventListener('change', (event) => {
    matches.value = event.matches;
  });
  return matches;
}

/** Room for a third column beside rail and content. */
export const isWide = matching('(min-width: 1100px)');
