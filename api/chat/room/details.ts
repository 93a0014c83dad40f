import type { DetailSource } from '../../../db/schema/customers.ts';
import type { CustomerDetails, DetailField } from '../../assistant/assistant.ts';
import { inferAsked } from '../../assistant/guided/infer-asked.ts';
import { readIntake } from '../../assistant/guided/intake.ts';
import { captureDetails } from '../../customers/capture/capture-details.ts';
import type { ConversationState } from '../conversation/conversation-state.ts';
import type { VisitorMessage } from '../events/events.ts';

/** The contact details in a visitor's own words. */
export function detailsOfMessage(
  state: ConversationState,
  message: VisitorMessage,
): DetailSource[] {
  return captureDetails(message.text, {
    country: state.facts.country,
    asked: askedFor(state),
    notTheirs: state.facts.phone ? [state.facts.phone] : [],
  }).map(({ field, value, raw }) => ({
    field,
    value,
    raw,
    source: 'message',
    message_id: message.id,
  }));
}

/** Details that an assistant wants to save; what cannot be read is told so that it asks again. */
export function detailsOfTool(
  state: ConversationState,
  details: CustomerDetails,
  messageId: string,
): { sources: DetailSource[]; problem?: string } {
  const { country } = state.facts;
  const unread: string[] = [];
  const sources = Object.entries(details).flatMap(([key, given]): DetailSource[] => {
    const field = key as DetailField;
    const raw = given?.trim();
    if (!raw) return [];
    const value = readAs(field, raw, country);
    if (value === null) {
      unread.push(`${field} "${raw.slice(0, 80)}"`);
      return [];
    }
    return [{ field, value, raw, source: 'tool', message_id: messageId }];
  });
  if (unread.length === 0) return { sources };
  return { sources, problem: `Not saved, since it could not be read: ${unread.join(', ')}.` };
}

const CHARACTERS_MAX: Record<DetailField, number> = {
  name: 200,
  email: 254,
  phone: 40,
  address: 500,
};

function readAs(field: DetailField, raw: string, country: string): string | null {
  if (raw.length > CHARACTERS_MAX[field]) return null;
  if (field === 'name' || field === 'address') return raw;
  const read = captureDetails(raw, { country, asked: field }).find((one) => one.field === field);
  return read?.value ?? null;
}

function askedFor(state: ConversationState): DetailField | undefined {
  const said = state.history.findLast(({ role }) => role === 'assistant')?.text;
  const asked = readIntake(state.intake)?.asked ?? inferAsked(said);
  return asked?.what === 'name' ? 'name' : undefined;
}
