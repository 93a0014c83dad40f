import { giveUpSession, me } from '../../app/session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LogInForm } from './log-in-form.tsx';

/** Over a page whose session ran out: what was typed there is still there afterwards. */
export function LogInAgain() {
  return (
    <Dialog title="Log in again" onClose={giveUpSession}>
      <p>You were logged out. Your work on this page is kept.</p>
      <LogInForm known={me.value?.user.email ?? ''} />
    </Dialog>
  );
}
