import { ArrowUp } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { App } from '../app.ts';
import { Icon } from './Icon.tsx';

const TEXT_CHARACTERS_MAX = 4_000; // what the API takes

/** Grows to five lines; Enter sends, Shift+Enter breaks the line. */
export function Composer({ app }: { app: App }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { draft } = app.store;
  const words = app.words.value;
  const text = draft.value;

  useLayoutEffect(() => {
    const area = field.current as HTMLTextAreaElement;
    area.style.height = 'auto';
    if (text) area.style.height = `${area.scrollHeight}px`;
  }, [text]);

  const send = (event: Event) => {
    event.preventDefault();
    void app.chat.send();
    field.current?.focus();
  };
  return (
    <form class="composer" onSubmit={send}>
      <textarea
        ref={field}
        rows={1}
        dir="auto"
        maxLength={TEXT_CHARACTERS_MAX}
        enterkeyhint="send"
        aria-label={words.write}
        placeholder={words.write}
        value={text}
        onInput={(event) => {
          draft.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event);
        }}
      />
      <button type="submit" class="send" aria-label={words.send} disabled={!text.trim()}>
        <Icon of={ArrowUp} />
      </button>
    </form>
  );
}
