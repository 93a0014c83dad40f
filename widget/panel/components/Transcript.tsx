import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { App } from '../app.ts';
import type { SiteConfig } from '../services/wire.ts';
import { fill } from '../text/strings.ts';
import { Bubble } from './Bubble.tsx';
import { DetailsCard } from './DetailsCard.tsx';

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

/** Follows the end while the reader is there, and when they write something themselves. */
function useFollow(app: App) {
  const log = useRef<HTMLDivElement>(null);
  const { entries, form, open, turn } = app.store;
  useSignalEffect(() => {
    const last = entries.value.at(-1);
    const drawn = [last?.text.tail.value, last?.quotes.value, form.value, turn.value, open.value];
    const element = log.current;
    if (!element || !drawn.length) return;
    const own = last?.role === 'visitor';
    const near = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX;
    if (own || near) requestAnimationFrame(() => element.scrollTo(0, element.scrollHeight));
  });
  return log;
}

export function Transcript({ app }: { app: App }) {
  const log = useFollow(app);
  const words = app.words.value;
  const { config, entries, form } = app.store;
  const look = config.value;
  const list = entries.value;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is scrolled by keyboard
    <div class="log" ref={log} role="log" aria-live="off" aria-label={words.log} tabIndex={0}>
      {look ? (
        <>
          <p class="about">
            {fill(
              look.assistant === 'guided' ? words.aboutGuided : words.about,
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
        <Bubble
          key={entry.id}
          app={app}
          entry={entry}
          {...(i ? { before: list[i - 1] as never } : {})}
        />
      ))}
      {form.value && <DetailsCard app={app} form={form.value} />}
    </div>
  );
}
