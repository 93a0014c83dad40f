import type { App } from '../app.ts';
import type { Entry } from '../store/store.ts';
import { formatTime, initials } from '../text/format.ts';
import { QuoteCard } from './QuoteCard.tsx';
import { RichText } from './RichText.tsx';
import { view } from './view.ts';

const GROUP_BREAK_MS = 5 * 60_000;

function Dots({ label }: { label: string }) {
  return (
    <div class="bubble dots" role="img" aria-label={label}>
      <i />
      <i />
      <i />
    </div>
  );
}

interface BubbleProps {
  app: App;
  entry: Entry;
  before: Entry | undefined;
}

/** One message: the cards that came with it, then its words. */
export const Bubble = view(({ app, entry, before }: BubbleProps) => {
  const words = app.words();
  const { role, text, author } = entry;
  const live = !entry.done.value;
  const empty = !text.tail.value && !text.frozen.value.length;
  const apart = !before || Date.parse(entry.at) - Date.parse(before.at) > GROUP_BREAK_MS;
  const name = author || words[role];
  return (
    <>
      {apart && <time dateTime={entry.at}>{formatTime(entry.at, app.locale())}</time>}
      <div class={`message ${role}`}>
        {role === 'staff' && before?.role !== role && (
          <b class="author">
            <span class="face" aria-hidden="true">
              {initials(name)}
            </span>
            {name}
          </b>
        )}
        {entry.quotes.value.map((quote) => (
          <QuoteCard key={quote.id} app={app} quote={quote} />
        ))}
        {empty ? (
          live && <Dots label={words.typing} />
        ) : (
          <div class="bubble" dir="auto">
            {role !== 'staff' && <span class="unseen">{words[role]}: </span>}
            {role === 'visitor' ? text.whole() : <RichText of={text} live={live} />}
          </div>
        )}
      </div>
      {live && role === 'visitor' && (
        <div class="message">
          <Dots label={words.typing} />
        </div>
      )}
    </>
  );
});
