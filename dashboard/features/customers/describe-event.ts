import { words } from '../../lib/format.ts';
import type { CustomerEvent } from '../../lib/wire.ts';

const SENTENCES: Record<string, string> = {
  created: 'Became a customer record',
  updated: 'Details changed',
  linked: 'A chat was linked',
  deleted: 'Deleted',
  restored: 'Brought back',
  merged: 'Merged with another record',
  quoted: 'Got a quote',
  stage_changed: 'Moved to another stage',
  other_details_kept: 'Gave other details in a chat; yours were kept',
  conversation_moved: 'A conversation moved here',
  conversation_started: 'Started a conversation',
  lead_captured: 'Left details in a chat',
  human_requested: 'Asked for a person',
};

function shortType(type: string): string {
  return type.replace(/^customer[._]/, '').replaceAll('.', '_');
}

function changedFields(payload: CustomerEvent['payload']): string[] {
  const fields = payload?.fields ?? payload?.changed;
  if (Array.isArray(fields)) return fields.filter((field) => typeof field === 'string');
  return fields && typeof fields === 'object' ? Object.keys(fields) : [];
}

/** One plain sentence about an event; unknown types are shown as their words. */
export function describe(event: CustomerEvent): string {
  const sentence = SENTENCES[shortType(event.type)] ?? words(event.type);
  const fields = changedFields(event.payload);
  return fields.length === 0 ? sentence : `${sentence}: ${fields.map(words).join(', ')}`;
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
