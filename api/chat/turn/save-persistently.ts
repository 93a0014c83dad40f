import { isUnavailable, violatedConstraint } from '../../platform/database/database-errors.ts';

const RETRY_MS = [200, 1_000, 4_000]; // a database that restarts is back within these

/**
 * Saves a message and what goes with it, again while the database does not answer; null where a try that
 * nobody heard of turns out to have saved it. Throws `database_unavailable` when it stays away.
 */
export async function savePersistently<T>(save: () => Promise<T>): Promise<T | null> {
  for (let tries = 0; ; tries++) {
    try {
      return await save();
    } catch (error) {
      if (tries > 0 && violatedConstraint(error) === 'chat_messages_pkey') return null;
      const waitMs = isUnavailable(error) && RETRY_MS[tries];
      if (!waitMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
