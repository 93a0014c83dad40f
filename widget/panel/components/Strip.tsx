import type { App } from '../app.ts';
import { fill, wait } from '../text/strings.ts';
import { view } from './view.ts';

/** What did not work, what became of it, and a way to try again. */
export const Strip = view(({ app }: { app: App }) => {
  const words = app.words();
  const notice = app.store.notice.value;
  if (!notice)
    return app.store.offline.value ? (
      <div class="strip" role="status">
        <p>{words.offline}</p>
      </div>
    ) : null;
  return (
    <div class="strip" role="alert">
      <p>{fill(words[notice.kind], wait(notice.seconds ?? 0))}</p>
      {notice.kind !== 'blocked' && (
        <button type="button" class="plain" onClick={() => void app.chat.retry()}>
          {words.retry}
        </button>
      )}
    </div>
  );
});
