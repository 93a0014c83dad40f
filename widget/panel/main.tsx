import { render } from 'preact';
import type { Panel as PanelHandle, Shell } from '../shell.ts';
import { createApp } from './app.ts';
import { Panel } from './components/Panel.tsx';
import { paintSite } from './paint-site.ts';
import css from './panel.css?inline';
import { createApi } from './services/api.ts';
import { createChat } from './services/chat.ts';
import { createStorage } from './services/storage.ts';
import { effect } from './store/signals.ts';
import { createStore } from './store/store.ts';

/** Draws the panel into the loader's shadow root. Everything made here ends with `destroy`. */
export function mount(shell: Shell): PanelHandle {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shell.root.adoptedStyleSheets.push(sheet);
  const place = document.createElement('div');
  place.dir = 'ltr';
  shell.root.append(place);

  const store = createStore();
  const chat = createChat({
    api: createApi(shell.origin, shell.key),
    store,
    storage: createStorage(shell.key),
    emit: shell.emit,
  });
  const setOpen = (open: boolean) => {
    if (store.open.peek() === open) return;
    chat.setOpen(open);
    shell.setOpen(open);
    shell.emit(open ? 'open' : 'close');
  };
  const close = () => setOpen(false);
  const stops = [paintSite(shell, store.config), effect(() => shell.setUnread(store.unread.value))];
  render(<Panel app={createApp(store, chat, close)} />, place);
  void chat.load();

  return {
    open: () => setOpen(true),
    close,
    destroy() {
      chat.destroy();
      for (const stop of stops) stop();
      render(null, place);
      place.remove();
    },
  };
}
