import { useSignal } from '@preact/signals';
import { logIn } from '../../app/session.ts';
import { useForm } from '../../lib/use-form.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { usePageTitle } from '../../ui/page-head.tsx';
import { ErrorNote } from '../../ui/states.tsx';
import { AuthCard } from './auth-card.tsx';

const FIELDS = ['email', 'password'];

/** Log in, and go where one wanted to go. */
export function LogInPage() {
  const email = useSignal('');
  const password = useSignal('');
  usePageTitle('Log in');
  const form = useForm(async () => {
    await logIn({ email: email.value.trim(), password: password.value });
  });
  return (
    <AuthCard title="Log in" foot={<a href="/signup">Create a company</a>} ask="New here?">
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
    </AuthCard>
  );
}
