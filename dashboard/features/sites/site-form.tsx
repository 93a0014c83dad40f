import type { Signal } from '@preact/signals';
import { whyNot } from '../../app/session.ts';
import type { Form } from '../../lib/use-form.ts';
import { Field, Select } from '../../ui/field.tsx';
import { SaveActions } from '../../ui/form-actions.tsx';
import { ErrorNote } from '../../ui/states.tsx';
import { problemsOf, type SiteDraft } from './site-draft.ts';

const FIELDS = ['name', 'allowed_origins', 'accent', 'greeting', 'starters', 'consent_text'];

interface SiteFormProps {
  draft: Signal<SiteDraft>;
  form: Form;
  changed: boolean;
  onDiscard: () => void;
}

function AccentField({ draft, error }: { draft: Signal<SiteDraft>; error: string | null }) {
  const blocked = whyNot('sites.write');
  const set = (accent: string) => {
    draft.value = { ...draft.value, accent };
  };
  return (
    <div class="accent-field">
      <Field
        label="Accent color"
        value={draft.value.accent}
        error={error}
        whyNot={blocked}
        onInput={set}
      />
      <input
        type="color"
        aria-label="Pick the accent color"
        value={/^#[0-9a-f]{6}$/i.test(draft.value.accent) ? draft.value.accent : '#1d6b57'}
        disabled={blocked !== undefined}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </div>
  );
}

/** A site's look, words and websites. */
export function SiteForm({ draft, form, changed, onDiscard }: SiteFormProps) {
  const blocked = whyNot('sites.write');
  const problems = problemsOf(draft.value);
  const errorAt = (path: string) => problems[path] ?? form.errorAt(path);
  const bind = (field: 'name' | 'origins' | 'greeting' | 'starters' | 'consent') => ({
    value: draft.value[field],
    whyNot: blocked,
    onInput: (value: string) => {
      draft.value = { ...draft.value, [field]: value };
    },
  });
  const invalid = Object.keys(problems).length > 0 ? 'Correct the marked fields first.' : undefined;
  return (
    <form class="form card" onSubmit={form.submit} noValidate aria-label="Site settings">
      {blocked && <p class="note">{blocked}</p>}
      <Field label="Name" {...bind('name')} error={errorAt('name')} />
      <Field
        label="Websites that may show the chat"
        {...bind('origins')}
        rows={3}
        error={errorAt('allowed_origins')}
        hint="One a line, like https://www.example.com."
      />
      <AccentField draft={draft} error={errorAt('accent')} />
      <div class="form-row">
        <Select
          label="Corner"
          value={draft.value.position}
          whyNot={blocked}
          options={[
            { value: 'right', label: 'Bottom right' },
            { value: 'left', label: 'Bottom left' },
          ]}
          onChange={(value) => {
            draft.value = { ...draft.value, position: value === 'left' ? 'left' : 'right' };
          }}
        />
        <Select
          label="Language"
          value={draft.value.locale}
          whyNot={blocked}
          options={[
            { value: 'en', label: 'English' },
            { value: 'es', label: 'Spanish' },
          ]}
          onChange={(value) => {
            draft.value = { ...draft.value, locale: value === 'es' ? 'es' : 'en' };
          }}
        />
        {draft.value.locale === 'en' && (
          <p class="field-hint row-hint">
            Where the page or the visitor's browser is in Spanish, so are the chat's own words.
          </p>
        )}
      </div>
      <Field label="Greeting" {...bind('greeting')} rows={2} error={errorAt('greeting')} />
      <Field
        label="Starters"
        optional
        {...bind('starters')}
        rows={3}
        error={errorAt('starters')}
        hint="First questions to tap, one a line. The chat offers the first three."
      />
      <Field
        label="Consent text"
        optional
        {...bind('consent')}
        rows={2}
        error={errorAt('consent_text')}
        hint="Shown where somebody leaves a phone number or an e-mail."
      />
      {form.errorOutside(FIELDS) && <ErrorNote error={form.error} />}
      <SaveActions
        form={form}
        changed={changed}
        whyNot={blocked ?? invalid}
        onDiscard={onDiscard}
      />
    </form>
  );
}
