import { money, whoIs } from '../../lib/format.ts';
import { plainText } from '../../lib/markdown.ts';
import type { Conversation } from '../../lib/wire.ts';
import { Tag } from '../../ui/tag.tsx';
import { When } from '../../ui/when.tsx';
import { lastMoment } from './rows.ts';
import { StatusTag } from './status-tag.tsx';

const SAYS = { assistant: 'Assistant: ', staff: 'You: ' };

/** A visitor's words as written; Markdown is only read where it is drawn. */
function preview({ role, text }: NonNullable<Conversation['last_message']>): string {
  return role === 'visitor' ? text : SAYS[role] + plainText(text);
}

interface RowProps {
  row: Conversation;
  current: boolean;
  unseen: boolean;
}

/** One conversation in the list: who, when, the last words, what it may bring. */
export function ConversationRow({ row, current, unseen }: RowProps) {
  const last = row.last_message;
  const name = whoIs(row.customer, row.contact);
  return (
    <li>
      <a
        class={unseen ? 'convo convo-unseen' : 'convo'}
        href={`/inbox/${row.id}`}
        data-row
        aria-current={current ? 'true' : undefined}
      >
        <span class="convo-top">
          {unseen && <span class="dot" role="img" aria-label="New message" />}
          <span class="convo-name" dir="auto">
            {name}
          </span>
          <span class="convo-time">
            <When at={lastMoment(row)} />
          </span>
        </span>
        <span class="convo-text" dir="auto">
          {last ? preview(last) : 'Opened the chat, nothing written yet'}
        </span>
        <span class="convo-tags">
          <span class="convo-site">{row.site.name}</span>
          <StatusTag status={row.status} />
          {row.customer === null && <Tag>Not linked</Tag>}
          {row.quote_total && (
            <Tag tone="accent">{money(row.quote_total.amount, row.quote_total.currency)}</Tag>
          )}
        </span>
      </a>
    </li>
  );
}
