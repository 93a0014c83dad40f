import { MessagesSquare } from 'lucide';
import { useEffect } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { usePageTitle } from '../../ui/page-head.tsx';
import { Empty } from '../../ui/states.tsx';
import { ConversationList, FilterBar } from './conversation-list.tsx';
import { inbox } from './inbox.ts';
import { Thread } from './thread.tsx';
import './inbox.css';

function NothingChosen({ silent }: { silent: boolean }) {
  usePageTitle('Inbox');
  if (silent) return null;
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
  const nothing = status.value === 'ready' && items.value.length === 0;
  useEffect(() => {
    inbox.look(id);
    return () => inbox.look(null);
  }, [id]);
  return (
    <div class={id === null ? 'inbox' : 'inbox inbox-open'}>
      <div class="pane pane-list">
        <header class="pane-head">
          <h1>Inbox</h1>
          <FilterBar inbox={inbox} />
        </header>
        <div class="pane-scroll">
          <ConversationList inbox={inbox} current={id} />
        </div>
      </div>
      {id === null ? <NothingChosen silent={nothing} /> : <Thread key={id} id={id} />}
    </div>
  );
}
