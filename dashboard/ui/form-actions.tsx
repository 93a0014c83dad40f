import type { Form } from '../lib/use-form.ts';
import { Button } from './button.tsx';

interface SaveActionsProps {
  form: Form;
  changed: boolean;
  /** Why it cannot be saved as it is. */
  whyNot: string | undefined;
  onDiscard: () => void;
}

/** The foot of a form that changes something: discard or save. */
export function SaveActions({ form, changed, whyNot, onDiscard }: SaveActionsProps) {
  const saved = form.done && !changed;
  return (
    <div class="form-actions">
      {changed && <Button onClick={onDiscard}>Discard</Button>}
      <Button
        kind="primary"
        type="submit"
        busy={form.busy}
        whyNot={whyNot ?? (changed ? undefined : 'Nothing has changed.')}
      >
        {saved ? 'Saved' : 'Save'}
      </Button>
    </div>
  );
}

interface DialogActionsProps {
  form: Form;
  onClose: () => void;
  /** What the main button does. */
  submit: string;
  cancel?: string;
  kind?: 'primary' | 'danger';
}

/** The foot of a dialog: leave, or do it. */
export function DialogActions(props: DialogActionsProps) {
  const { form, onClose, submit, cancel = 'Cancel', kind = 'primary' } = props;
  return (
    <div class="form-actions">
      <Button onClick={onClose}>{cancel}</Button>
      <Button kind={kind} type="submit" busy={form.busy}>
        {submit}
      </Button>
    </div>
  );
}
