import { api } from '../../app/session.ts';
import { useForm } from '../../lib/use-form.ts';
import type { ApiKey } from '../../lib/wire.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogActions } from '../../ui/form-actions.tsx';
import { ErrorNote } from '../../ui/states.tsx';

/** Asks before a key stops working for good. */
export function RevokeKey({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const form = useForm(async () => {
    await api.delete(`/api/api-keys/${apiKey.id}`);
    onClose();
  });
  return (
    <Dialog title={`Revoke ${apiKey.name}?`} onClose={onClose}>
      <form class="form" onSubmit={form.submit}>
        <p>
          Programs that use this key, or a key made with it, stop working at once. This cannot be
          undone.
        </p>
        {form.error !== null && <ErrorNote error={form.error} />}
        <DialogActions
          form={form}
          onClose={onClose}
          submit="Revoke key"
          cancel="Keep it"
          kind="danger"
        />
      </form>
    </Dialog>
  );
}
