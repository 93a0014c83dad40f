import { keysOn, setKeysOn } from '../../app/keys.ts';
import { logOut, me } from '../../app/session.ts';
import { setTheme, type Theme, theme } from '../../app/theme.ts';
import { words } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ApiKeys } from './api-keys.tsx';
import { SecurityCard } from './security-card.tsx';
import './settings.css';

const THEMES: { id: Theme; label: string }[] = [
  { id: 'system', label: 'System' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
];

function Appearance() {
  return (
    <section class="card" aria-label="Appearance">
      <header class="card-head">
        <h2>Appearance</h2>
      </header>
      <fieldset class="segments">
        <legend class="hidden">Theme</legend>
        {THEMES.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            class="segment"
            aria-pressed={theme.value === id}
            onClick={() => setTheme(id)}
          >
            {label}
          </button>
        ))}
      </fieldset>
      <label class="switch">
        <input
          type="checkbox"
          checked={keysOn.value}
          onChange={(event) => setKeysOn(event.currentTarget.checked)}
        />
        Single-key shortcuts
      </label>
    </section>
  );
}

/** Who is logged in, how it looks, and the keys of the API. */
export function SettingsPage() {
  const current = me.value;
  return (
    <div class="page">
      <PageHead title="Settings" />
      {current && (
        <section class="card" aria-label="Account">
          <header class="card-head">
            <h2>Account</h2>
            <Button onClick={() => void logOut()}>Log out</Button>
          </header>
          <dl class="facts-list">
            <div class="fact">
              <dt>Name</dt>
              <dd>{current.user.name}</dd>
            </div>
            <div class="fact">
              <dt>E-mail</dt>
              <dd>{current.user.email}</dd>
            </div>
            <div class="fact">
              <dt>Role</dt>
              <dd>{words(current.user.role)}</dd>
            </div>
            <div class="fact">
              <dt>Company</dt>
              <dd>{current.company.name}</dd>
            </div>
          </dl>
        </section>
      )}
      <Appearance />
      <SecurityCard />
      <ApiKeys />
    </div>
  );
}
