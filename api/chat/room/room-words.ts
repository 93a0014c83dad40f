import type { CustomerDetails } from '../../assistant/assistant.ts';
import type { ConversationState } from '../conversation/conversation-state.ts';

/** What the room itself says, outside any turn. */

export function thanksForDetails(state: ConversationState, details: CustomerDetails): string {
  const name = details.name ?? state.contact.name;
  const company = state.facts.companyName;
  if (state.locale === 'es') {
    return `Gracias${name ? `, ${name}` : ''}. ${company} tiene tus datos y se pondrá en contacto contigo.`;
  }
  return `Thanks${name ? `, ${name}` : ''}. ${company} has your details and will get in touch.`;
}

export function willTellSomeone(state: ConversationState): string {
  const reachable = state.contact.phone || state.contact.email;
  if (state.locale === 'es') {
    const ask = reachable ? '' : ' ¿A qué número o correo te pueden contactar?';
    return `He avisado al equipo de ${state.facts.companyName}.${ask}`;
  }
  const ask = reachable ? '' : ' What number or email can they reach you at?';
  return `I've told the team at ${state.facts.companyName}.${ask}`;
}
