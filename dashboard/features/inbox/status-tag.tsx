import type { Conversation } from '../../lib/wire.ts';
import { Tag } from '../../ui/tag.tsx';

/** Says only what needs saying: an open conversation has no tag. */
export function StatusTag({ status }: { status: Conversation['status'] }) {
  if (status === 'human') return <Tag tone="warn">Wants a person</Tag>;
  return status === 'closed' ? <Tag>Closed</Tag> : null;
}
