import { MessagesSquare } from 'lucide';
import { useEffect } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { useInAddress } from '../../lib/in-address.ts';
import { usePageTitle } from '../../ui/page-head.tsx';
import { Empty } from '../../ui/states.tsx';
import { ConversationList, FilterBar } from './conversation-list.tsx';
import { FirstConversation } from './first-conversation.tsx';
import { inbox } from './inbox.ts';
import { Thread } from './thread.tsx';
import './inbox.css';

function NothingChosen() {
  usePageTitle('Inbox');
  return (
    <div class="pane pane-thread pane-none">
      <Empty icon={MessagesSquare} title="Choose a conversation">
        <p>
          New ones arrive here by themselves. Move with <kbd>j</kbd> and <kbd>k</kbd>, open with{' '}
          <kbd>Enter</kbd>.
        </p>
      </Empty>
    </div>
  );
}

/** Conversations, newest first: list, conversation, facts; on a phone one at a time. */
export function InboxPage() {
  const id = useRoute().params.id ?? null;
  const { status, items } = inbox.pager;
  const isNew =
    status.value === 'ready' && items.value.length === 0 && inbox.filter.value === 'all';
  const Title = id === null ? 'h1' : 'h2'; // an open conversation's name is the page's title
  useInAddress('show', inbox.shown, inbox.setFilterNamed);
  useEffect(() => {
    inbox.look(id);
    return () => inbox.look(null);
  }, [id]);
  if (isNew && id === null) return <FirstConversation />;
  return (
    <div class={id === null ? 'inbox' : 'inbox inbox-open'}>
      <div class="pane pane-list">
        <header class="pane-head">
          <Title class="pane-title">Inbox</Title>
          <FilterBar inbox={inbox} />
        </header>
        <div class="pane-scroll">
          <ConversationList inbox={inbox} current={id} />
        </div>
      </div>
      {id === null ? <NothingChosen /> : <Thread key={id} id={id} />}
    </div>
  );
}
