import { UserCheck } from 'lucide';
import { LoadMore } from '../../ui/load-more.tsx';
import { Empty, ErrorNote, SkeletonRows } from '../../ui/states.tsx';
import { ConversationRow } from './conversation-row.tsx';
import { FirstSteps } from './first-conversation.tsx';
import type { Inbox } from './inbox-store.ts';
import type { InboxFilter } from './rows.ts';

const FILTERS: { id: InboxFilter; label: string }[] = [
  { id: 'all', label: 'All' },
  { id: 'human', label: 'Wants a person' },
  { id: 'unlinked', label: 'Not linked' },
];

export function FilterBar({ inbox }: { inbox: Inbox }) {
  return (
    <fieldset class="segments">
      <legend class="hidden">Show conversations</legend>
      {FILTERS.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          class="segment"
          aria-pressed={inbox.filter.value === id}
          onClick={() => inbox.setFilter(id)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}

function Nothing({ filter }: { filter: InboxFilter }) {
  if (filter === 'all') return <FirstSteps />;
  const human = filter === 'human';
  return (
    <Empty icon={UserCheck} title={human ? 'Nobody is waiting' : 'Everyone is linked'}>
      <p>
        {human
          ? 'When a visitor asks for a person, the conversation appears here.'
          : 'Conversations without a customer appear here until a name or a number is heard.'}
      </p>
    </Empty>
  );
}

/** All conversations, newest first. */
export function ConversationList({ inbox, current }: { inbox: Inbox; current: string | null }) {
  const { pager } = inbox;
  const status = pager.status.value;
  if (status === 'error') {
    return <ErrorNote error={pager.error.value} retry={() => void pager.load()} />;
  }
  if (status === 'loading') return <SkeletonRows rows={7} label="Loading conversations" />;
  const rows = pager.items.value;
  if (rows.length === 0) return <Nothing filter={inbox.filter.value} />;
  return (
    <>
      <ul class="convos" aria-label="Conversations">
        {rows.map((row) => (
          <ConversationRow
            key={row.id}
            row={row}
            current={row.id === current}
            unseen={inbox.unseen.value.has(row.id)}
          />
        ))}
      </ul>
      <LoadMore pager={pager} />
    </>
  );
}
