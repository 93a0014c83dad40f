import { api, whyNot } from '../../app/session.ts';
import { useDraft } from '../../lib/drafts.ts';
import { useForm } from '../../lib/use-form.ts';
import type { CustomerDetail } from '../../lib/wire.ts';
import { Field } from '../../ui/field.tsx';
import { SaveActions } from '../../ui/form-actions.tsx';
import { ErrorNote } from '../../ui/states.tsx';
import { changesOf, type Draft, draftOf } from './profile-draft.ts';

const LABELS: Record<keyof Draft, string> = {
  name: 'Name',
  phone: 'Phone',
  email: 'E-mail',
  address: 'Address',
  tags: 'Tags',
  notes: 'Notes',
};
const FIELDS = Object.keys(LABELS) as (keyof Draft)[];

function isVerified(customer: CustomerDetail, field: string): boolean {
  const { verified } = customer;
  if (!verified) return false;
  return Array.isArray(verified) ? verified.includes(field) : verified[field] === true;
}

interface ProfileProps {
  customer: CustomerDetail;
  onSaved: (saved: CustomerDetail) => void;
}

/** The customer's own details, editable; only what changed is sent. */
export function Profile({ customer, onSaved }: ProfileProps) {
  const draft = useDraft(`customer-${customer.id}`, draftOf(customer));
  const changes = changesOf(customer, draft.value);
  const changed = Object.keys(changes).length > 0;
  const form = useForm(async () => {
    const saved = await api.patch<CustomerDetail>(`/api/customers/${customer.id}`, changes);
    const merged = { ...customer, ...saved };
    onSaved(merged);
    draft.value = draftOf(merged);
  });
  const blocked = whyNot('customers.write');
  return (
    <form class="form profile" onSubmit={form.submit} noValidate aria-label="Profile">
      {blocked && <p class="note">{blocked}</p>}
      {FIELDS.map((field) => (
        <Field
          key={field}
          label={LABELS[field]}
          value={draft.value[field]}
          whyNot={blocked}
          error={form.errorAt(field)}
          {...(field === 'notes' ? { rows: 4 } : {})}
          hint={
            field === 'tags'
              ? 'Separate tags with commas.'
              : isVerified(customer, field)
                ? 'Confirmed by your team; a chat never overwrites it.'
                : undefined
          }
          onInput={(value) => {
            draft.value = { ...draft.value, [field]: value };
          }}
        />
      ))}
      {form.errorOutside(FIELDS) && <ErrorNote error={form.error} />}
      <SaveActions
        form={form}
        changed={changed}
        whyNot={blocked}
        onDiscard={() => {
          draft.value = draftOf(customer);
        }}
      />
    </form>
  );
}
