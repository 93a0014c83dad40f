import { api } from '../../app/session.ts';
import { useForm } from '../../lib/use-form.ts';
import type { ApiKey } from '../../lib/wire.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
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
        <p>Programs that use this key stop working at once. This cannot be undone.</p>
        {form.error !== null && <ErrorNote error={form.error} />}
        <div class="form-actions">
          <Button onClick={onClose}>Keep it</Button>
          <Button kind="danger" type="submit" busy={form.busy}>
            Revoke key
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
