import { Sparkles } from 'lucide';
import { api } from '../../app/session.ts';
import { percent, phone } from '../../lib/format.ts';
import { useResource } from '../../lib/resource.ts';
import type { Duplicate, Page } from '../../lib/wire.ts';
import { EvidenceList } from '../../ui/evidence.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Records that may be the same person, with the reasons. Silent when there are none. */
export function Duplicates({ id }: { id: string }) {
  const resource = useResource(id, (abort) =>
    api.get<Page<Duplicate>>(`/api/customers/${id}/duplicates`, abort),
  );
  const items = resource.value.value?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section class="duplicates" aria-label="Possible duplicates">
      <h2>
        <Icon node={Sparkles} />
        {items.length === 1 ? 'Looks like a duplicate' : `${items.length} possible duplicates`}
      </h2>
      <ul>
        {items.map(({ customer, confidence, evidence }) => (
          <li class="suggestion" key={customer.id}>
            <a href={`/customers/${customer.id}`}>{customer.name ?? 'Unnamed customer'}</a>
            <span class="suggestion-score">{percent(confidence)}</span>
            <span class="quiet-text">
              {[customer.phone && phone(customer.phone), customer.email]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <EvidenceList evidence={evidence} />
          </li>
        ))}
      </ul>
    </section>
  );
}
