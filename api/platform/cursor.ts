import { z } from 'zod';
import { AppError } from '../errors.ts';
import { isId } from './ids.ts';
import { isInstant } from './instant.ts';

export const PAGE_LIMIT_DEFAULT = 25;
export const PAGE_LIMIT_MAX = 100;

/** Query parameters that every list takes. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT_MAX).default(PAGE_LIMIT_DEFAULT),
  cursor: z.string().max(200).optional(),
});

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

/** Where a page ended: the sort value (an instant, as ISO text) and the id that breaks ties. */
export interface CursorPosition {
  at: string;
  id: string;
}

/** Opaque text for `next_cursor`. */
export function encodeCursor(position: CursorPosition): string {
  return btoa(`${position.at}|${position.id}`)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** Parses a cursor; throws `cursor_invalid` for anything that encodeCursor cannot have made. */
export function decodeCursor(cursor: string | undefined): CursorPosition | null {
  if (cursor === undefined) return null;
  try {
    const [at = '', id = '', ...rest] = atob(
      cursor.replaceAll('-', '+').replaceAll('_', '/'),
    ).split('|');
    if (isInstant(at) && isId(id) && rest.length === 0) return { at, id };
  } catch {
    // falls through to the refusal below
  }
  throw new AppError('cursor_invalid');
}

/** Cuts a page out of `limit + 1` rows: one more row than asked says that there is a next page. */
export function toPage<Row, View>(
  rows: Row[],
  limit: number,
  view: (row: Row) => View,
  position: (row: Row) => CursorPosition,
): Page<View> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(view),
    next_cursor: rows.length > limit && last ? encodeCursor(position(last)) : null,
  };
}
