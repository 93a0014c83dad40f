import { effect } from '@preact/signals';
import { withQuery } from '../lib/api.ts';
import { comebacks } from '../lib/comebacks.ts';
import { createFeed } from '../lib/feed.ts';
import { loadSession, session } from './session.ts';

const STALE_AFTER_MS = 60_000; // a page that slept this long may hold a dead socket

/** The company's events, for as long as somebody is logged in. */
export const feed = createFeed({
  open: (since) => {
    const url = new URL(withQuery('/api/feed', { since }), location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    return new WebSocket(url);
  },
  onRefused: () => void loadSession(),
  onEnded: async () => {
    await loadSession();
    return session.peek().status === 'in';
  },
});

/** Ties the feed to the session and to the network; returns what lets go of both. */
export function startLive(): () => void {
  let hiddenSince: number | null = null;
  const onOnline = () => feed.retryNow();
  const onVisibility = () => {
    if (document.hidden) {
      hiddenSince = Date.now();
      return;
    }
    if (hiddenSince !== null && Date.now() - hiddenSince > STALE_AFTER_MS) feed.retryNow();
    hiddenSince = null;
  };
  addEventListener('online', onOnline);
  document.addEventListener('visibilitychange', onVisibility);
  const unfollow = effect(() => {
    if (session.value.status === 'in') feed.start();
    else feed.stop();
  });
  let wasLost = false;
  const unwatch = effect(() => {
    const isLost = feed.lost.value;
    if (wasLost && !isLost) comebacks.value = comebacks.peek() + 1;
    wasLost = isLost;
  });
  return () => {
    unwatch();
    unfollow();
    removeEventListener('online', onOnline);
    document.removeEventListener('visibilitychange', onVisibility);
    feed.stop();
  };
}
