import { UserRound, X } from 'lucide';
import type { App } from '../app.ts';
import { initials } from '../text/format.ts';
import { Icon } from './Icon.tsx';
import { view } from './view.ts';

/** Who this is, whether a person is here, and the way out. */
export const Header = view(({ app }: { app: App }) => {
  const words = app.words();
  const { config, person } = app.store;
  const name = config.value?.site.company_name ?? '';
  const status = {
    none: words.status,
    asked: words.personAsked,
    here: words.personHere,
  }[person.value];
  return (
    <div class="head">
      <span class="face" aria-hidden="true">
        {initials(name)}
      </span>
      <div>
        {name && <h2>{name}</h2>}
        {name && <p role="status">{status}</p>}
      </div>
      {name && person.value === 'none' && (
        <button
          type="button"
          class="icon"
          aria-label={words.person}
          title={words.person}
          onClick={app.chat.askForPerson}
        >
          <Icon of={UserRound} />
        </button>
      )}
      <button type="button" class="icon" aria-label={words.close} onClick={app.close}>
        <Icon of={X} />
      </button>
    </div>
  );
});
