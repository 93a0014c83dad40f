import { useSignal } from '@preact/signals';
import { logIn } from '../../app/session.ts';
import { useForm } from '../../lib/use-form.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { ErrorNote } from '../../ui/states.tsx';

const FIELDS = ['email', 'password'];

/** E-mail and password. */
export function LogInForm({ known = '' }: { known?: string }) {
  const email = useSignal(known);
  const password = useSignal('');
  const form = useForm(async () => {
    await logIn({ email: email.value.trim(), password: password.value });
  });
  return (
    <form class="form" onSubmit={form.submit} noValidate>
      <Field
        label="E-mail"
        value={email.value}
        error={form.errorAt('email')}
        input={{ type: 'email', name: 'email', autocomplete: 'username', required: true }}
        onInput={(value) => {
          email.value = value;
        }}
      />
      <Field
        label="Password"
        value={password.value}
        error={form.errorAt('password')}
        input={{
          type: 'password',
          name: 'password',
          autocomplete: 'current-password',
          required: true,
        }}
        onInput={(value) => {
          password.value = value;
        }}
      />
      {form.errorOutside(FIELDS) && <ErrorNote error={form.error} />}
      <Button kind="primary" type="submit" busy={form.busy}>
        {form.busy ? 'Logging in…' : 'Log in'}
      </Button>
    </form>
  );
}
