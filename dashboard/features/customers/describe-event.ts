import type { CustomerEventType } from '../../../api/customers/record-event.ts';
import { words } from '../../lib/format.ts';
import type { CustomerEvent } from '../../lib/wire.ts';
import { stageLabel } from './stage-names.ts';

type Payload = NonNullable<CustomerEvent['payload']>;

const FIELD_NAMES: Record<string, string> = { email: 'e-mail' };

/** ": name, phone" for the fields that an event names; nothing when it names none. */
function fieldsOf({ fields }: Payload): string {
  if (!Array.isArray(fields) || fields.length === 0) return '';
  const names = fields.map((field) => FIELD_NAMES[field] ?? words(String(field)).toLowerCase());
  return `: ${names.join(', ')}`;
}

function moved({ from, to }: Payload): string {
  if (typeof from !== 'string' || typeof to !== 'string') return 'Moved to another stage';
  return `Moved from ${stageLabel(from)} to ${stageLabel(to)}`;
}

/** What is said of each event that the API records. */
export const EVENT_SENTENCES: Record<CustomerEventType, (payload: Payload) => string> = {
  created: (payload) => `Record created${fieldsOf(payload)}`,
  linked: ({ session_id: chat }) => (chat ? 'A chat was linked' : 'Somebody heard of was linked'),
  updated: (payload) => `Details changed${fieldsOf(payload)}`,
  stage_changed: moved,
  other_details_kept: (payload) =>
    `Gave other details in a chat; yours were kept${fieldsOf(payload)}`,
  conversation_moved: () => 'A conversation moved to another customer',
  deleted: () => 'Deleted',
  restored: () => 'Brought back',
};

/** One plain sentence about an event; unknown types are shown as their words. */
export function describe({ type, payload }: CustomerEvent): string {
  const sentence = (EVENT_SENTENCES as Record<string, (payload: Payload) => string>)[type];
  return sentence ? sentence(payload ?? {}) : words(type);
}

export function actorName(event: CustomerEvent): string {
  if (event.actor?.name) return event.actor.name;
  const names: Record<string, string> = {
    visitor: 'The visitor',
    system: 'TradeSphere',
    api_key: 'An API key',
    user: 'Your team',
  };
  return names[event.actor?.type ?? 'system'] ?? 'TradeSphere';
}
