import type { HostEvent, Panel, Shell } from '../shell.ts';
import { createHost, createLauncher } from './launcher.ts';

/** Path of the panel's module, put in by the build. */
declare const __PANEL__: string;

type Listener = (detail: unknown) => void;
/** The one global: `TradeSphere('open')`, `('close')`, `('toggle')`, `('on' | 'off', event, fn)`, `('destroy')`. */
export interface Command {
  (name: string, event?: string, listener?: Listener): void;
  /** Calls made before the loader ran. */
  q?: ArrayLike<unknown>[];
  live?: boolean;
}

const LABELS = { en: 'Chat with us', es: 'Chatea con nosotros' };

/** Puts the launcher on the page and answers commands; the panel is fetched at first need. */
export function start(script: HTMLScriptElement): void {
  const page = window as unknown as { TradeSphere?: Command };
  const { key, side, theme, accent } = script.dataset;
  const early = page.TradeSphere;
  if (!key || early?.live) return;

  const { origin } = new URL(script.src);
  const host = createHost();
  const lang = document.documentElement.lang.slice(0, 2) === 'es' ? 'es' : 'en';
  const { root, button, badge } = createLauncher(host, LABELS[lang]);
  if (side) host.dataset.side = side;
  if (theme) host.dataset.theme = theme;
  if (accent) host.style.setProperty('--accent', accent);

  const listeners: { event: string; listener: Listener; wrapped: (e: Event) => void }[] = [];
  let panel: Promise<Panel> | undefined;
  let attempts = 0;
  let isOpen = false;

  const shell: Shell = {
    host,
    root,
    launcher: button,
    key,
    origin,
    setOpen(open) {
      isOpen = open;
      button.setAttribute('aria-expanded', `${open}`);
    },
    setUnread(count) {
      badge.textContent = count ? `${Math.min(count, 9)}` : '';
      button.setAttribute('aria-label', LABELS[lang] + (count ? ` (${count})` : ''));
    },
    emit(name: HostEvent, detail) {
      host.dispatchEvent(new CustomEvent(`tradesphere:${name}`, { detail, bubbles: true }));
    },
  };

  /** A loader from an old cache may ask for a panel that is gone: the second try takes today's. */
  const load = () => {
    if (!panel) {
      const path = attempts++ ? `/widget/panel.js?${attempts}` : __PANEL__;
      panel = import(/* @vite-ignore */ origin + path).then((module) => module.mount(shell));
      panel.catch(() => {
        panel = undefined;
      });
    }
    return panel;
  };
  const open = async () => {
    const loaded = await load().catch(load).catch(console.error);
    if (host.isConnected) loaded?.open();
  };
  const close = () => panel?.then((loaded) => loaded.close());
  const toggle = () => (isOpen ? close() : open());

  const commands: Record<string, (event: string, listener: Listener) => void> = {
    open,
    close,
    toggle,
    on(event, listener) {
      const wrapped = (e: Event) => listener((e as CustomEvent).detail);
      listeners.push({ event, listener, wrapped });
      host.addEventListener(`tradesphere:${event}`, wrapped);
    },
    off(event, listener) {
      for (const entry of listeners)
        if (entry.event === event && entry.listener === listener)
          host.removeEventListener(`tradesphere:${event}`, entry.wrapped);
    },
    destroy() {
      panel?.then((loaded) => loaded.destroy());
      host.remove();
      delete page.TradeSphere;
    },
  };
  const command: Command = (name, event = '', listener = () => {}) =>
    commands[name]?.(event, listener);
  command.live = true;
  page.TradeSphere = command;
  for (const call of early?.q ?? []) command(...(Array.from(call) as Parameters<Command>));

  const warm = () => void load().catch(() => {});
  button.addEventListener('click', toggle);
  for (const intent of ['pointerenter', 'focus', 'touchstart'])
    button.addEventListener(intent, warm, { once: true, passive: true });
  const attach = () => page.TradeSphere === command && document.body.append(host);
  if (document.body) attach();
  else document.addEventListener('DOMContentLoaded', attach);
}
