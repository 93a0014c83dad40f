import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { api } from '../../app/session.ts';
import { useForm } from '../../lib/use-form.ts';
import type { Customer } from '../../lib/wire.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { DialogActions } from '../../ui/form-actions.tsx';
import { ErrorNote } from '../../ui/states.tsx';

const FIELDS = ['name', 'email', 'phone', 'address'];

/** A new customer by hand; opens their page when saved. */
export function AddCustomer({ onClose }: { onClose: () => void }) {
  const { route } = useLocation();
  const name = useSignal('');
  const email = useSignal('');
  const phone = useSignal('');
  const address = useSignal('');
  const form = useForm(async () => {
    const given = {
      name: name.value.trim(),
      email: email.value.trim(),
      phone: phone.value.trim(),
      address: address.value.trim(),
    };
    const body = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
    const created = await api.post<Customer>('/api/customers', body);
    onClose();
    route(`/customers/${created.id}`);
  });
  const bind = (field: { value: string }) => ({
    value: field.value,
    onInput: (value: string) => {
      field.value = value;
    },
  });
  return (
    <Dialog title="Add customer" onClose={onClose}>
      <form class="form" onSubmit={form.submit} noValidate>
        <p class="quiet-text">One of these is enough.</p>
        <Field
          label="Name"
          {...bind(name)}
          error={form.errorAt('name')}
          input={{ autocomplete: 'off' }}
        />
        <Field
          label="Phone"
          {...bind(phone)}
          error={form.errorAt('phone')}
          input={{ type: 'tel', autocomplete: 'off' }}
        />
        <Field
          label="E-mail"
          {...bind(email)}
          error={form.errorAt('email')}
          input={{ type: 'email', autocomplete: 'off' }}
        />
        <Field
          label="Address"
          {...bind(address)}
          error={form.errorAt('address')}
          input={{ autocomplete: 'off' }}
        />
        {form.errorOutside(FIELDS) && <ErrorNote error={form.error} />}
        <DialogActions form={form} onClose={onClose} submit="Add customer" />
      </form>
    </Dialog>
  );
}
