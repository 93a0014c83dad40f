import { createRef } from 'preact';
import type { App } from '../app.ts';
import type { SiteConfig } from '../services/wire.ts';
import { effect } from '../store/signals.ts';
import { fill } from '../text/strings.ts';
import { Bubble } from './Bubble.tsx';
import { DetailsCard } from './DetailsCard.tsx';
import { View } from './view.ts';

const NEAR_END_PX = 80; // less than this from the end counts as reading along

/** Before the first word: what to ask, taken from the company's services. */
function Starters({ app, site }: { app: App; site: SiteConfig['site'] }) {
  return (
    <div class="starters">
      {site.starters.slice(0, 3).map((text) => (
        <button
          type="button"
          key={text}
          onClick={() => {
            app.store.draft.value = text;
            void app.chat.send();
          }}
        >
          {text}
        </button>
      ))}
      {site.consent_text && <p class="quiet">{site.consent_text}</p>}
    </div>
  );
}

/** The conversation. It follows the end while the reader is there, or has just written. */
export class Transcript extends View<{ app: App }> {
  private log = createRef<HTMLDivElement>();

  override componentDidMount() {
    const { entries, form, open, turn } = this.props.app.store;
    const log = this.log.current as HTMLElement;
    let height = 0;
    const isNear = () => log.scrollHeight - log.scrollTop - height < NEAR_END_PX;
    const toEnd = () => log.scrollTo(0, log.scrollHeight);
    const follow = effect(() => {
      const last = entries.value.at(-1);
      const drawn = [last?.text.tail.value, last?.quotes.value, form.value, turn.value, open.value];
      if (drawn && (isNear() || last?.role === 'visitor')) requestAnimationFrame(toEnd);
    });
    this.stops = [follow];
    // A phone's keyboard and a growing composer take room: what was read last stays in sight.
    // NOTE: an observer ends with the element that it observes.
    new ResizeObserver(() => {
      const near = isNear();
      height = log.clientHeight;
      if (near) toEnd();
    }).observe(log);
  }

  draw({ app }: { app: App }) {
    const words = app.words();
    const { config, entries, form } = app.store;
    const look = config.value;
    const list = entries.value;
    return (
      <div
        class="log"
        ref={this.log}
        role="log"
        aria-live="off"
        aria-label={words.log}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to scroll by keyboard
        tabIndex={0}
      >
        {look ? (
          <>
            <p class="about">
              {fill(
                words[look.assistant === 'guided' ? 'aboutGuided' : 'about'],
                look.site.company_name,
              )}
            </p>
            <div class="message assistant">
              <div class="bubble">{look.site.greeting}</div>
            </div>
            {!list.length && <Starters app={app} site={look.site} />}
          </>
        ) : (
          <div class="skeleton" aria-hidden="true" />
        )}
        {list.map((entry, i) => (
          <Bubble key={entry.id} app={app} entry={entry} before={list[i - 1]} />
        ))}
        {form.value && <DetailsCard app={app} form={form.value} />}
      </div>
    );
  }
}
