import { ArrowUp } from 'lucide';
import { createRef } from 'preact';
import type { App } from '../app.ts';
import { Icon } from './Icon.tsx';
import { View } from './view.ts';

const TEXT_CHARACTERS_MAX = 4_000; // what the API takes

/** Grows to five lines; Enter sends, Shift+Enter breaks the line. */
export class Composer extends View<{ app: App }> {
  private field = createRef<HTMLTextAreaElement>();

  override componentDidUpdate() {
    const area = this.field.current;
    if (!area) return;
    area.style.height = 'auto';
    if (area.value)
      area.style.height = `${area.offsetHeight - area.clientHeight + area.scrollHeight}px`;
  }

  private send = (event: Event) => {
    event.preventDefault();
    void this.props.app.chat.send();
    this.field.current?.focus();
  };

  draw({ app }: { app: App }) {
    const { draft } = app.store;
    const words = app.words();
    const { send } = this;
    const text = draft.value;
    return (
      <form class="composer" onSubmit={send}>
        <textarea
          ref={this.field}
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
}
