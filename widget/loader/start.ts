import type { HostEvent, Panel, Shell } from '../shell.ts';
import { createHost, createLauncher } from './launcher.ts';

/** Path of the panel's module, put in by the build. */
declare const __PANEL__: string;

type Listener = (detail: unknown) => void;

/**
 * The one global: `TradeSphere('open')`, `'close'`, `'toggle'`, `'destroy'`, and
 * `TradeSphere('on' | 'off', event, listener)` for the events of HostEvent.
 */
export interface Command {
  (name: string, event?: string, listener?: Listener): void;
  /** Calls made before the loader ran. */
  q?: Iterable<Parameters<Command>>;
  live?: boolean;
}

interface Page {
  TradeSphere?: Command;
}

/** What the panel works with: the launcher's element and what it shows. */
export function createShell(script: HTMLScriptElement, key: string) {
  const { side, theme, accent } = script.dataset;
  const host = createHost();
  const spoken = `${document.documentElement.lang} ${navigator.language}`;
  const label = /\bes/.test(spoken) ? 'Chatee con nosotros' : 'Chat with us';
  const { root, button, badge } = createLauncher(host, label);
  if (side) host.dataset.side = side;
  if (theme) host.dataset.theme = theme;
  if (accent) host.style.setProperty('--accent', accent);
  const heard: Record<string, Set<Listener>> = {};

  const shell: Shell = {
    host,
    root,
    key,
    origin: new URL(script.src).origin,
    setOpen: (open) => button.setAttribute('aria-expanded', `${open}`),
    setUnread(count) {
      badge.textContent = count ? `${Math.min(count, 9)}` : '';
      button.setAttribute('aria-label', label + (count ? ` (${count})` : ''));
    },
    emit(name: HostEvent, detail) {
      // A listener that throws is the page's affair, not the chat's.
      for (const listener of heard[name] ?? []) queueMicrotask(() => listener(detail));
      host.dispatchEvent(new CustomEvent(`tradesphere:${name}`, { detail, bubbles: true }));
    },
  };
  return { shell, button, heard };
}

/** Loads the panel once; after a failure the next call tries again. */
export function createLoad(shell: Shell): () => Promise<Panel> {
  let panel: Promise<Panel> | undefined;
  let attempts = 0;
  return () => {
    if (!panel) {
      // A loader out of an old cache may ask for a panel that is gone: then it takes today's.
      const path = attempts++ ? `/widget/panel.js?${attempts}` : __PANEL__;
      panel = import(/* @vite-ignore */ shell.origin + path).then((module) => module.mount(shell));
      panel.catch(() => {
        panel = undefined;
      });
    }
    return panel;
  };
}

/** Puts the launcher on the page and answers commands; the panel is fetched at first need. */
export function start(script: HTMLScriptElement): void {
  const page = window as Page;
  const { key } = script.dataset;
  const early = page.TradeSphere;
  if (!key || early?.live) return;

  const { shell, button, heard } = createShell(script, key);
  const load = createLoad(shell);
  const { host } = shell;
  /** Whether anything was asked of the panel: closing what was never open loads nothing. */
  let wanted = false;
  const open = async () => {
    wanted = true;
    const panel = await load().catch(load).catch(console.error);
    if (panel && page.TradeSphere === command) panel.open();
  };
  const withPanel = (use: (panel: Panel) => void) => wanted && load().then(use, () => {});
  const close = () => withPanel((panel) => panel.close());

  const commands: Record<string, (event: string, listener: Listener) => void> = {
    open,
    close,
    toggle: () => (button.getAttribute('aria-expanded') === 'true' ? close() : open()),
    on(event, listener) {
      heard[event] ??= new Set();
      heard[event].add(listener);
    },
    off: (event, listener) => heard[event]?.delete(listener),
    destroy() {
      withPanel((panel) => panel.destroy());
      host.remove();
      delete page.TradeSphere;
    },
  };
  const command: Command = (name, event = '', listener = () => {}) =>
    commands[name]?.(event, listener);
  command.live = true;
  page.TradeSphere = command;
  for (const call of early?.q ?? []) command(...call);

  const warm = () => {
    wanted = true;
    load().catch(() => {});
  };
  button.onclick = () => command('toggle');
  for (const intent of ['pointerenter', 'focus', 'touchstart'])
    button.addEventListener(intent, warm, { once: true, passive: true });
  const attach = () => page.TradeSphere === command && document.body.append(host);
  if (document.body) attach();
  else addEventListener('DOMContentLoaded', attach);
}
