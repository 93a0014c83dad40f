import { useSignal } from '@preact/signals';
import type { InputHTMLAttributes } from 'preact';
import { signUp } from '../../app/session.ts';
import { useForm } from '../../lib/use-form.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { usePageTitle } from '../../ui/page-head.tsx';
import { ErrorNote } from '../../ui/states.tsx';
import { AuthCard } from './auth-card.tsx';

const EMPTY = { company_name: '', name: '', email: '', password: '' };
type SignUp = typeof EMPTY;

const FIELDS: {
  id: keyof SignUp;
  label: string;
  hint?: string;
  input: InputHTMLAttributes<HTMLInputElement>;
}[] = [
  { id: 'company_name', label: 'Company', input: { autocomplete: 'organization' } },
  { id: 'name', label: 'Your name', input: { autocomplete: 'name' } },
  { id: 'email', label: 'E-mail', input: { type: 'email', autocomplete: 'username' } },
  {
    id: 'password',
    label: 'Password',
    hint: 'At least 8 characters.',
    input: { type: 'password', autocomplete: 'new-password' },
  },
];

/** A new company with its owner; it starts with a site and a calculator. */
export function SignUpPage() {
  const draft = useSignal<SignUp>(EMPTY);
  usePageTitle('Create a company');
  const form = useForm(async () => {
    const { company_name, name, email, password } = draft.value;
    await signUp({
      company_name: company_name.trim(),
      name: name.trim(),
      email: email.trim(),
      password,
    });
  });
  return (
    <AuthCard title="Create a company" foot={<a href="/login">Log in</a>} ask="Already have one?">
      <form class="form" onSubmit={form.submit} noValidate>
        {FIELDS.map((field) => (
          <Field
            key={field.id}
            label={field.label}
            value={draft.value[field.id]}
            error={form.errorAt(field.id)}
            hint={field.hint}
            input={{ ...field.input, name: field.id, required: true }}
            onInput={(value) => {
              draft.value = { ...draft.value, [field.id]: value };
            }}
          />
        ))}
        {form.errorOutside(FIELDS.map((field) => field.id)) && <ErrorNote error={form.error} />}
        <Button kind="primary" type="submit" busy={form.busy}>
          {form.busy ? 'Creating…' : 'Create company'}
        </Button>
      </form>
    </AuthCard>
  );
}
