import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { now } from '../lib/clock.ts';
import { fakeFeed } from '../testing/fakes.ts';
import { siteLimitUntil, startAlerts } from './alerts.ts';
import { SiteLimitAlert } from './site-limit-alert.tsx';

afterEach(() => {
  cleanup();
  siteLimitUntil.value = null;
  now.value = Date.now();
});

const MINUTE_MS = 60_000;

test('a site over its limit is told to staff until its hour ends', () => {
  const { feed, say, listeners } = fakeFeed();
  const stop = startAlerts(feed);
  render(<SiteLimitAlert />);
  expect(screen.queryByRole('alert')).toBeNull();
  const until = new Date(Date.now() + 10 * MINUTE_MS).toISOString();
  act(() => say('chat.site_limit_reached', { site_id: 's1', limit: 600, until }));
  expect(screen.getByRole('alert').textContent).toContain('guided assistant answers until');
  act(() => {
    now.value = Date.now() + 11 * MINUTE_MS;
  });
  expect(screen.queryByRole('alert')).toBeNull();
  stop();
  expect(listeners()).toBe(0);
});
