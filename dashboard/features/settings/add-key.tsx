import { useSignal } from '@preact/signals';
import { api, me } from '../../app/session.ts';
import { useForm } from '../../lib/use-form.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { DialogActions } from '../../ui/form-actions.tsx';
import { ErrorNote } from '../../ui/states.tsx';

function Made({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <div class="form">
      <p>Copy the key now. It is shown this once; we keep only its hash.</p>
      <pre class="code">
        <code>{secret}</code>
      </pre>
      <div class="form-actions">
        <CopyButton text={secret} label="Copy key" />
        <Button kind="primary" onClick={onClose}>
          Done
        </Button>
      </div>
    </div>
  );
}

/** What no key is given here: a stolen one could make itself permanent, or read what was noticed of it. */
const OWN = ['api_keys.write', 'members.write', 'security_events.read'];

/** A new key with a name and what it may do. */
export function AddKey({ onClose }: { onClose: () => void }) {
  const name = useSignal('');
  const offered = (me.value?.permissions ?? []).filter((scope) => !OWN.includes(scope));
  const scopes = useSignal<ReadonlySet<string>>(new Set(offered));
  const secret = useSignal<string | null>(null);
  const form = useForm(async () => {
    const body = { name: name.value.trim(), scopes: [...scopes.value] };
    secret.value = (await api.post<{ id: string; key: string }>('/api/api-keys', body)).key;
  });
  const toggle = (scope: string) => {
    const next = new Set(scopes.value);
    if (!next.delete(scope)) next.add(scope);
    scopes.value = next;
  };
  return (
    <Dialog title="Add API key" onClose={onClose}>
      {secret.value === null ? (
        <form class="form" onSubmit={form.submit} noValidate>
          <Field
            label="Name"
            value={name.value}
            error={form.errorAt('name')}
            hint="Which program uses it, for example “CRM sync”."
            onInput={(value) => {
              name.value = value;
            }}
          />
          <fieldset class="scopes">
            <legend>It may</legend>
            {offered.map((scope) => (
              <label class="switch" key={scope}>
                <input
                  type="checkbox"
                  checked={scopes.value.has(scope)}
                  onChange={() => toggle(scope)}
                />
                {scope}
              </label>
            ))}
          </fieldset>
          {form.errorOutside(['name']) && <ErrorNote error={form.error} />}
          <DialogActions form={form} onClose={onClose} submit="Make key" />
        </form>
      ) : (
        <Made secret={secret.value} onClose={onClose} />
      )}
    </Dialog>
  );
}
