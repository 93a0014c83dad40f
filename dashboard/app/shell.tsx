import { effect } from '@preact/signals';
import { TriangleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { inbox } from '../features/inbox/inbox.ts';
import { attention } from '../lib/attention.ts';
import { Icon } from '../ui/icon.tsx';
import { Mark } from '../ui/mark.tsx';
import { ToastRegion } from '../ui/toast.tsx';
import { AccountMenu } from './account-menu.tsx';
import { modelsWithoutPrice, startAlerts } from './alerts.ts';
import { keepFocus } from './keep-focus.ts';
import { startKeys } from './keys.ts';
import { KeysHelp } from './keys-help.tsx';
import { feed } from './live.ts';
import { isAt, places } from './nav.ts';
import { can, me } from './session.ts';
import { SiteLimitAlert } from './site-limit-alert.tsx';
import './shell.css';

function Places({ name }: { name: string }) {
  const { path } = useLocation();
  return (
    <nav class={name} aria-label="Main">
      {places().map((place) => {
        const unseen = place.href === '/inbox' ? inbox.unseen.value.size : 0;
        return (
          <a
            key={place.href}
            class="place"
            href={place.href}
            aria-current={isAt(path, place) ? 'page' : undefined}
          >
            <Icon node={place.icon} />
            <span>{place.label}</span>
            {unseen > 0 && (
              <span class="place-count">
                {unseen}
                <span class="hidden"> with new messages</span>
              </span>
            )}
          </a>
        );
      })}
    </nav>
  );
}

function Connection() {
  return (
    <p class="connection" role="status">
      {feed.lost.value ? 'Reconnecting…' : ''}
    </p>
  );
}

function PriceAlert() {
  const models = modelsWithoutPrice.value;
  if (models.length === 0) return null;
  return (
    <div class="alert" role="alert">
      <Icon node={TriangleAlert} />
      <p>
        <strong>No price is known for {models.join(', ')}.</strong> The guided assistant answers
        instead, so that no cost goes uncounted. Choose a model with a price.
      </p>
    </div>
  );
}

/** Rail or bottom bar around the page, and what floats above it. */
export function Shell({ children }: { children: ComponentChildren }) {
  const { route, path } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shownPath = useRef(path);
  useEffect(() => startKeys(route), [route]);
  useEffect(() => startAlerts(), []);
  useEffect(
    () =>
      effect(() => {
        attention.value = inbox.unseen.value.size;
      }),
    [],
  );
  useEffect(() => (main.current ? keepFocus(main.current) : undefined), []);
  useEffect(() => {
    if (shownPath.current === path) return;
    shownPath.current = path;
    // What had the focus may have gone with its page: go on from the top of the new one.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
    });
    return () => clearTimeout(timer);
  }, [path]);
  useEffect(() => (can('conversations.read') ? inbox.start() : undefined), []);
  return (
    <div class="shell">
      <a class="skip" href="#main">
        Skip to content
      </a>
      <header class="rail">
        <p class="brand">
          <Mark />
          <span class="brand-name" title={me.value?.company.name}>
            {me.value?.company.name ?? 'TradeSphere'}
          </span>
        </p>
        <Places name="rail-nav" />
        <div class="rail-foot">
          <Connection />
          <AccountMenu side="above" />
        </div>
      </header>
      <main class="content" id="main" tabIndex={-1} ref={main}>
        <PriceAlert />
        <SiteLimitAlert />
        {children}
      </main>
      <Places name="bottom-bar" />
      <ToastRegion />
      <KeysHelp />
    </div>
  );
}
