import { v7, validate } from 'uuid';

/** A new UUIDv7: sortable by the millisecond it was made in. */
export function newId(): string {
  return v7();
}

/** Whether the text is a UUID of any version, in its 36-character form. */
export function isId(text: string): boolean {
  return text.length === 36 && validate(text);
}
