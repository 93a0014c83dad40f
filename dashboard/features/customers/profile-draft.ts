import type { CustomerDetail } from '../../lib/wire.ts';

export interface Draft {
  name: string;
  phone: string;
  email: string;
  address: string;
  /** Comma-separated. */
  tags: string;
  notes: string;
}

export function draftOf(customer: CustomerDetail): Draft {
  return {
    name: customer.name ?? '',
    phone: customer.phone ?? '',
    email: customer.email ?? '',
    address: customer.address ?? '',
    tags: customer.tags.join(', '),
    notes: customer.notes ?? '',
  };
}

export function tagsOf(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

/** The fields that differ, as a PATCH body; an emptied one becomes null. */
export function changesOf(customer: CustomerDetail, draft: Draft): Record<string, unknown> {
  const before = draftOf(customer);
  const changes: Record<string, unknown> = {};
  for (const field of ['name', 'phone', 'email', 'address', 'notes'] as const) {
    const after = draft[field].trim();
    if (after !== before[field].trim()) changes[field] = after === '' ? null : after;
  }
  const tags = tagsOf(draft.tags);
  if (tags.join('\n') !== customer.tags.join('\n')) changes.tags = tags;
  return changes;
}
