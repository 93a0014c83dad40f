import { History } from 'lucide';
import { useEffect } from 'preact/hooks';
import { feed } from '../../app/live.ts';
import { api } from '../../app/session.ts';
import { withQuery } from '../../lib/api.ts';
import { usePager } from '../../lib/resource.ts';
import type { CustomerEvent, Page } from '../../lib/wire.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { Empty, ErrorNote, SkeletonRows } from '../../ui/states.tsx';
import { When } from '../../ui/when.tsx';
import { actorName, describe } from './describe-event.ts';

const PAGE_SIZE = 25;

/** What happened with a customer, newest first. */
export function Activity({ id }: { id: string }) {
  const pager = usePager<CustomerEvent>(
    id,
    (cursor, abort) =>
      api.get<Page<CustomerEvent>>(
        withQuery(`/api/customers/${id}/events`, { limit: PAGE_SIZE, cursor }),
        abort,
      ),
    (event) => event.id,
  );
  useEffect(
    () =>
      feed.onEvent((event) => {
        if (event.topic.startsWith('customer.')) void pager.refresh();
      }),
    [pager],
  );
  if (pager.status.value === 'error') {
    return <ErrorNote error={pager.error.value} retry={() => void pager.load()} />;
  }
  if (pager.status.value === 'loading') return <SkeletonRows rows={4} label="Loading activity" />;
  const events = pager.items.value;
  if (events.length === 0) {
    return (
      <Empty icon={History} title="Nothing happened yet">
        <p>Chats, quotes and changes to this customer are listed here.</p>
      </Empty>
    );
  }
  return (
    <>
      <ol class="timeline">
        {events.map((event) => (
          <li key={event.id}>
            <p>{describe(event)}</p>
            <p class="timeline-by">
              {actorName(event)} · <When at={event.created_at} />
            </p>
          </li>
        ))}
      </ol>
      <LoadMore pager={pager} />
    </>
  );
}
