import type { Message } from '../../lib/wire.ts';

const GAP_MS = 10 * 60_000; // a longer silence starts a new group with its own time

export interface MessageGroup {
  key: string;
  role: Message['role'];
  assistant: Message['assistant'];
  /** Set where the group starts a new stretch of talk. */
  startsAt: string | null;
  messages: Message[];
}

/** Neighbouring messages of one speaker, broken where the talk paused or the day turned. */
export function groupMessages(messages: Message[]): MessageGroup[] {
  const groups: MessageGroup[] = [];
  let before: Message | undefined;
  for (const message of messages) {
    const group = groups.at(-1);
    const paused = before === undefined || isBreak(before.created_at, message.created_at);
    const sameVoice = group?.role === message.role && group.assistant === message.assistant;
    if (group && sameVoice && !paused) group.messages.push(message);
    else {
      groups.push({
        key: message.id,
        role: message.role,
        assistant: message.assistant,
        startsAt: paused ? message.created_at : null,
        messages: [message],
      });
    }
    before = message;
  }
  return groups;
}

function isBreak(before: string, after: string): boolean {
  const [a, b] = [new Date(before), new Date(after)];
  return b.getTime() - a.getTime() > GAP_MS || a.toDateString() !== b.toDateString();
}
