import { useEffect } from 'preact/hooks';
import { feed } from '../../app/live.ts';

const REREAD_MS = 3_000; // costs settle after a turn; nobody needs them faster

/** Reads again once conversations have gone on, and after a break in the connection. */
export function useRereadAfterTurns(reload: () => Promise<void>): void {
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const offEvent = feed.onEvent((event) => {
      if (event.topic !== 'conversation.message') return;
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void reload();
      }, REREAD_MS);
    });
    const offReset = feed.onReset(() => void reload());
    return () => {
      offEvent();
      offReset();
      clearTimeout(waiting);
    };
  }, [reload]);
}
