import type { DetailSource } from '../../db/schema/customers.ts';
import { DETAIL_FIELDS, type Details } from './lead.types.ts';

/** The values of an API call as details: each its own evidence, word for word. */
export function apiDetails(given: Details): DetailSource[] {
  return DETAIL_FIELDS.flatMap((field) => {
    const value = given[field];
    return value ? [{ field, value, source: 'api', message_id: null, raw: value }] : [];
  });
}
