import { useSignal } from '@preact/signals';
import { ChevronDown, ChevronRight, MessagesSquare } from 'lucide';
import { useEffect, useId, useMemo } from 'preact/hooks';
import { feed } from '../../app/live.ts';
import { api } from '../../app/session.ts';
import { withQuery } from '../../lib/api.ts';
import { money, plural, whoIs } from '../../lib/format.ts';
import { usePager } from '../../lib/resource.ts';
import type { Conversation, Page } from '../../lib/wire.ts';
import { Icon } from '../../ui/icon.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Empty, ErrorNote, SkeletonRows } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { When } from '../../ui/when.tsx';
import { Chat } from '../inbox/chat.tsx';
import { StatusTag } from '../inbox/status-tag.tsx';
import { createThread } from '../inbox/thread-store.ts';

const PAGE_SIZE = 20;

function OpenConversation({ row }: { row: Conversation }) {
  const thread = useMemo(() => createThread(api, feed, row.id), [row.id]);
  useEffect(() => thread.start(), [thread]);
  if (thread.status.value === 'error') {
    return <ErrorNote error={thread.error.value} retry={() => void thread.load()} />;
  }
  const messages = thread.messages.value;
  if (thread.status.value === 'loading' && messages.length === 0) {
    return <SkeletonRows rows={3} label="Loading the conversation" />;
  }
  return <Chat heading="h3" messages={messages} visitor={whoIs(row.customer, row.contact)} />;
}

function Entry({ row, first }: { row: Conversation; first: boolean }) {
  const open = useSignal(first);
  const id = useId();
  return (
    <li class="folded">
      <h2 class="folded-head">
        <button
          type="button"
          class="folded-button"
          data-row
          aria-expanded={open.value}
          aria-controls={id}
          onClick={() => {
            open.value = !open.value;
          }}
        >
          <Icon node={open.value ? ChevronDown : ChevronRight} />
          <span class="folded-title">
            {row.site.name}, <When at={row.last_message_at ?? row.created_at} />
          </span>
          <StatusTag status={row.status} />
          {row.quote_total && (
            <Tag tone="accent">{money(row.quote_total.amount, row.quote_total.currency)}</Tag>
          )}
          <span class="folded-note">{plural(row.message_count, 'message')}</span>
        </button>
      </h2>
      {open.value && (
        <div class="folded-body" id={id}>
          <OpenConversation row={row} />
          <a class="folded-link" href={`/inbox/${row.id}`}>
            Open in the inbox
          </a>
        </div>
      )}
    </li>
  );
}

/** A customer's conversations; the newest is open, each reads as a chat. */
export function CustomerConversations({ id }: { id: string }) {
  const pager = usePager<Conversation>(
    id,
    (cursor, abort) =>
      api.get<Page<Conversation>>(
        withQuery(`/api/customers/${id}/conversations`, { limit: PAGE_SIZE, cursor }),
        abort,
      ),
    (row) => row.id,
  );
  if (pager.status.value === 'error') {
    return <ErrorNote error={pager.error.value} retry={() => void pager.load()} />;
  }
  if (pager.status.value === 'loading') {
    return <SkeletonRows rows={3} label="Loading conversations" />;
  }
  if (pager.items.value.length === 0) {
    return (
      <Empty icon={MessagesSquare} title="No conversations">
        <p>Chats in which this person is recognised are listed here.</p>
      </Empty>
    );
  }
  return (
    <>
      <ul class="folded-list">
        {pager.items.value.map((row, index) => (
          <Entry key={row.id} row={row} first={index === 0} />
        ))}
      </ul>
      <LoadMore pager={pager} />
    </>
  );
}
