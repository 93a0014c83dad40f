import { useRef } from 'preact/hooks';
import type { App } from '../app.ts';
import { plainText } from '../text/markdown.ts';
import { fill } from '../text/strings.ts';
import { Composer } from './Composer.tsx';
import { Header } from './Header.tsx';
import { Strip } from './Strip.tsx';
import { Transcript } from './Transcript.tsx';
import { useKeyboardRoom } from './use-keyboard-room.ts';
import { usePanelFocus } from './use-panel-focus.ts';

/** The chat itself: full screen on phones, a floating panel elsewhere. */
export function Panel({ app }: { app: App }) {
  const { store, close } = app;
  const words = app.words.value;
  const frame = useRef<HTMLElement>(null);
  const full = useKeyboardRoom(frame);
  const onKey = usePanelFocus(frame, store.open, full, close);
  return (
    <section
      ref={frame}
      role="dialog"
      aria-modal={full.value}
      aria-label={fill(words.chat, store.config.value?.site.company_name ?? '').trim()}
      tabIndex={-1}
      hidden={!store.open.value}
      onKeyDown={onKey}
    >
      <Header app={app} />
      <Transcript app={app} />
      <Strip app={app} />
      <Composer app={app} />
      <p class="unseen" aria-live="polite">
        {plainText(store.announced.value)}
      </p>
    </section>
  );
}
