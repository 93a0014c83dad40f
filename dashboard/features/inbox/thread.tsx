import { useSignal } from '@preact/signals';
import { PanelRight, X } from 'lucide';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { feed } from '../../app/live.ts';
import { api } from '../../app/session.ts';
import { whoIs } from '../../lib/format.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { IconButton } from '../../ui/button.tsx';
import { BackLink, usePageTitle } from '../../ui/page-head.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { ErrorNote, SkeletonRows } from '../../ui/states.tsx';
import { Chat } from './chat.tsx';
import { Facts } from './facts.tsx';
import { StatusTag } from './status-tag.tsx';
import { createThread, type Thread as ThreadStore } from './thread-store.ts';

const NEAR_END_PX = 120; // closer than this to the end means: reading the newest

function Head({
  thread,
  onFacts,
  shown,
}: {
  thread: ThreadStore;
  onFacts: () => void;
  shown: boolean;
}) {
  const detail = thread.detail.value;
  const name = detail ? whoIs(detail.customer, detail.contact) : 'Conversation';
  usePageTitle(name);
  return (
    <header class="thread-head">
      <BackLink href="/inbox" label="Back to the inbox" />
      <Avatar name={detail?.customer?.name ?? detail?.contact.name ?? null} />
      <div class="thread-who">
        <h1 dir="auto">{name}</h1>
        {detail && <p>{detail.site.name}</p>}
      </div>
      {detail && <StatusTag status={detail.status} />}
      <IconButton
        class="facts-toggle"
        icon={shown ? X : PanelRight}
        label={shown ? 'Hide details' : 'Show details'}
        expanded={shown}
        onClick={onFacts}
      />
    </header>
  );
}

function Messages({ thread }: { thread: ThreadStore }) {
  const box = useRef<HTMLElement>(null);
  const following = useRef(true);
  const messages = thread.messages.value;
  const detail = thread.detail.value;
  useLayoutEffect(() => {
    const node = box.current;
    if (node && following.current) node.scrollTop = node.scrollHeight;
  }, [messages, detail === null]); // nothing is drawn before both are there, whichever comes first
  if (thread.status.value === 'error') {
    return <ErrorNote error={thread.error.value} retry={() => void thread.load()} />;
  }
  if (!detail || (thread.status.value === 'loading' && messages.length === 0)) {
    return <SkeletonRows rows={5} label="Loading the conversation" />;
  }
  return (
    <ScrollRegion
      class="thread-scroll"
      box={box}
      label="Chat"
      onScroll={(node) => {
        following.current = node.scrollHeight - node.scrollTop - node.clientHeight < NEAR_END_PX;
      }}
    >
      <Chat heading="h2" messages={messages} visitor={whoIs(detail.customer, detail.contact)} />
      {messages.length === 0 && <p class="quiet-text">Nothing was written yet.</p>}
    </ScrollRegion>
  );
}

/** The conversation on screen with its facts beside it. */
export function Thread({ id }: { id: string }) {
  const thread = useMemo(() => createThread(api, feed, id), [id]);
  const factsShown = useSignal(false);
  useEffect(() => thread.start(), [thread]);
  return (
    <>
      <div class="pane pane-thread">
        <Head
          thread={thread}
          shown={factsShown.value}
          onFacts={() => {
            factsShown.value = !factsShown.value;
          }}
        />
        <Messages thread={thread} />
      </div>
      <aside
        class={factsShown.value ? 'pane pane-facts pane-facts-shown' : 'pane pane-facts'}
        aria-label="Details"
      >
        {thread.detail.value ? (
          <Facts detail={thread.detail.value} />
        ) : (
          thread.status.value === 'loading' && <SkeletonRows rows={3} label="Loading details" />
        )}
      </aside>
    </>
  );
}
