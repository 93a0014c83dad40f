import { exact, timeOfDay } from '../../lib/format.ts';
import type { Message } from '../../lib/wire.ts';
import { QuoteCard } from '../quotes/quote-card.tsx';
import { groupMessages, type MessageGroup } from './message-groups.ts';
import { MarkdownMessage, PlainMessage } from './message-text.tsx';
import './chat.css';

function speaker(group: MessageGroup, visitor: string): string {
  if (group.role === 'visitor') return visitor;
  if (group.role === 'staff') return 'Your team';
  return group.assistant === 'guided' ? 'Guided assistant' : 'Assistant';
}

function dayAndTime(iso: string): string {
  const today = new Date(iso).toDateString() === new Date().toDateString();
  return today ? `Today, ${timeOfDay(iso)}` : exact(iso);
}

type Heading = 'h2' | 'h3';

interface GroupProps {
  group: MessageGroup;
  visitor: string;
  heading: Heading;
}

function Group({ group, visitor, heading }: GroupProps) {
  return (
    <>
      {group.startsAt && (
        <li class="chat-break">
          <time dateTime={group.startsAt}>{dayAndTime(group.startsAt)}</time>
        </li>
      )}
      <li class={`chat-group chat-${group.role}`}>
        <span class="chat-speaker" dir="auto">
          {speaker(group, visitor)}
        </span>
        {group.messages.map((message) => (
          <div class="chat-message" key={message.id}>
            {message.text !== '' && (
              <div class="bubble" dir="auto" title={exact(message.created_at)}>
                {message.role === 'visitor' ? (
                  <PlainMessage text={message.text} />
                ) : (
                  <MarkdownMessage text={message.text} />
                )}
              </div>
            )}
            {message.quotes?.map((quote) => (
              <QuoteCard key={quote.id} quote={quote} heading={heading} />
            ))}
          </div>
        ))}
      </li>
    </>
  );
}

interface ChatProps {
  messages: Message[];
  /** The best name known. */
  visitor: string;
  /** Of a quote: one level below what the chat stands under. */
  heading: Heading;
}

/** A conversation read as a chat, with its quotes in place. */
export function Chat({ messages, visitor, heading }: ChatProps) {
  return (
    <ol class="chat" aria-label="Messages">
      {groupMessages(messages).map((group) => (
        <Group key={group.key} group={group} visitor={visitor} heading={heading} />
      ))}
    </ol>
  );
}
