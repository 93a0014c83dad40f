import { toAppError } from '../platform/database/database-errors.ts';

/** Waits for a door's answer; a lost connection becomes `database_unavailable`. */
export async function callDoor<T>(query: PromiseLike<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    throw toAppError(error);
  }
}
