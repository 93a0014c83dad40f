import { Sparkles } from 'lucide';
import { api } from '../../app/session.ts';
import { nameOf, percent, phone, withPhones } from '../../lib/format.ts';
import { useResource } from '../../lib/resource.ts';
import type { Duplicate, Page } from '../../lib/wire.ts';
import { useFold } from '../../ui/fold.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNote } from '../../ui/states.tsx';

const SHOWN = 2; // the likeliest; more would push the customer's own page away
const MORE = { more: (hidden: number) => `${hidden} more`, fewer: 'Fewer' };

function Suggested({ duplicate }: { duplicate: Duplicate }) {
  const { customer, confidence, evidence } = duplicate;
  const reach = [customer.phone && phone(customer.phone), customer.email].filter(Boolean);
  return (
    <li class="duplicate">
      <p class="duplicate-who">
        <a href={`/customers/${customer.id}`} dir="auto">
          {nameOf(customer)}
        </a>
        <span>{reach.join(' · ')}</span>
      </p>
      <p class="duplicate-why">{evidence.map(({ text }) => withPhones(text)).join(' · ')}</p>
      <p class="duplicate-score">{percent(confidence)} alike</p>
    </li>
  );
}

/** Records that may be the same person, with the reasons. Silent when there are none. */
export function Duplicates({ id }: { id: string }) {
  const resource = useResource(id, (abort) =>
    api.get<Page<Duplicate>>(`/api/customers/${id}/duplicates`, abort),
  );
  const items = resource.value.value?.items ?? [];
  const { visible, button } = useFold(items, SHOWN, MORE);
  if (resource.status.value === 'error') {
    return <ErrorNote error={resource.error.value} retry={() => void resource.reload()} />;
  }
  if (items.length === 0) return null;
  return (
    <section class="duplicates" aria-label="Possible duplicates">
      <h2>
        <Icon node={Sparkles} />
        {items.length === 1 ? 'May be a duplicate' : `${items.length} possible duplicates`}
      </h2>
      <ul>
        {visible.map((duplicate) => (
          <Suggested key={duplicate.customer.id} duplicate={duplicate} />
        ))}
      </ul>
      {button}
    </section>
  );
}
