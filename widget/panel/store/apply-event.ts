import type { HostEvent } from '../../shell.ts';
import type { ChatEvent, DetailField, Message, Quote } from '../services/wire.ts';
import type { Notice, Store } from './store.ts';
import { addEntry, createEntry, findEntry, removeEntry, settle } from './store.ts';

export type Emit = (name: HostEvent, detail: unknown) => void;

/** The entry that a quote belongs to: the answer under way, else the last one, else a new one. */
function quoteHolder(store: Store, quote: Quote) {
  const entries = store.entries.peek();
  return (
    findEntry(store, store.turn.peek() ?? '') ??
    entries.findLast((entry) => entry.role === 'assistant') ??
    addEntry(store, createEntry(quote.id, 'assistant', quote.created_at))
  );
}

function showQuote(store: Store, quote: Quote, emit: Emit): void {
  const has = (q: Quote) => q.id === quote.id;
  if (store.entries.peek().some((entry) => entry.quotes.peek().some(has))) return;
  const holder = quoteHolder(store, quote);
  holder.quotes.value = holder.quotes.peek().concat(quote);
  const { id, number, service, total, currency } = quote;
  emit('quote', { id, number, service, total, currency });
}

function showMessage(store: Store, message: Message, emit: Emit): void {
  const known = findEntry(store, message.id);
  if (known?.done.peek()) {
    settle(known, message);
    return;
  }
  settle(known ?? addEntry(store, createEntry(message.id, message.role, '')), message);
  if (message.role === 'visitor') return;
  if (message.role === 'staff') store.person.value = 'here';
  if (store.open.peek()) store.announced.value = message.text;
  else store.unread.value++;
  emit('message', { id: message.id, role: message.role });
}

/** Contact fields the company has now; a host page hears `lead` once for each new one. */
export function noteDetails(store: Store, fields: DetailField[], emit: Emit): void {
  const known = store.known.peek();
  const fresh = fields.filter((field) => !known.includes(field));
  if (!fresh.length) return;
  store.known.value = known.concat(fresh);
  emit('lead', { fields: fresh });
}

/** Whether there is a way to get back to the visitor. */
export const isReachable = (store: Store): boolean =>
  store.known.value.some((field) => field === 'email' || field === 'phone');

function endTurn(store: Store): void {
  const entry = findEntry(store, store.turn.peek() ?? '');
  store.turn.value = null;
  if (!entry || entry.done.peek()) return;
  entry.done.value = true;
  if (!entry.text.whole() && !entry.quotes.peek().length) removeEntry(store, entry.id);
}

function interrupted(store: Store, messageId: string | null): Notice {
  const asked = store.entries.peek().findLast((entry) => entry.role === 'visitor');
  return { kind: 'interrupted', messageId: messageId ?? asked?.id ?? '' };
}

/** Puts one event into the store. Applying an event twice changes nothing. */
export function applyEvent(store: Store, event: ChatEvent, emit: Emit): void {
  switch (event.name) {
    case 'turn.started': {
      endTurn(store);
      store.announced.value = '';
      if (store.notice.peek()?.kind === 'interrupted') store.notice.value = null;
      const { message_id } = event.data;
      const entry =
        findEntry(store, message_id) ??
        addEntry(store, createEntry(message_id, 'assistant', new Date().toISOString()));
      store.turn.value = entry.done.peek() ? null : message_id;
      break;
    }
    case 'text': {
      const entry = findEntry(store, event.data.message_id);
      if (entry && !entry.done.peek()) entry.text.append(event.data.delta);
      break;
    }
    case 'quote':
      showQuote(store, event.data.quote, emit);
      break;
    case 'details':
      noteDetails(store, event.data.fields, emit);
      if (isReachable(store) && store.form.value?.state === 'open') store.form.value = null;
      break;
    case 'details.requested':
      if (!isReachable(store)) store.form.value ??= { state: 'open', errors: {} };
      break;
    case 'message':
      showMessage(store, event.data.message, emit);
      break;
    case 'turn.completed':
      showMessage(store, event.data.message, emit);
      store.turn.value = null;
      break;
    case 'error':
      endTurn(store);
      store.notice.value = interrupted(store, event.data.message_id);
      break;
  }
}
