import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { vi } from 'vitest';
import type { App } from '../panel/app.ts';
import { createApp } from '../panel/app.ts';
import type { Chat } from '../panel/services/chat.ts';
import { createStore } from '../panel/store/store.ts';
import { aConfig } from './samples.ts';

/** An app whose chat does nothing but remember what it was asked. */
export function anApp() {
  const store = createStore();
  store.config.value = aConfig();
  const chat = {
    load: vi.fn(),
    send: vi.fn(async () => {}),
    setOpen: vi.fn(),
    retry: vi.fn(async () => {}),
    askForDetails: vi.fn(),
    saveDetails: vi.fn(async () => {}),
    askForPerson: vi.fn(async () => {}),
    destroy: vi.fn(),
  } satisfies Chat;
  const close = vi.fn();
  const app: App = createApp(store, chat, close);
  return { app, store, chat, close };
}

/** Draws into a shadow root, as the panel is drawn. */
export function draw(vnode: ComponentChild) {
  const host = document.createElement('tradesphere-chat');
  const root = host.attachShadow({ mode: 'open' });
  const place = document.createElement('div');
  root.append(document.createElement('button'), place);
  document.body.append(host);
  render(vnode, place);
  return {
    root,
    place,
    one: <E extends HTMLElement>(selector: string) => place.querySelector<E>(selector) as E,
    all: (selector: string) => [...place.querySelectorAll<HTMLElement>(selector)],
    again: (next: ComponentChild) => render(next, place),
    remove() {
      render(null, place);
      host.remove();
    },
  };
}

/** Lets what was changed be drawn. */
export const drawn = () => new Promise<void>((resolve) => setTimeout(resolve));
