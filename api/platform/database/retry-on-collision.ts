import { databaseErrorCode } from './database-errors.ts';

const ATTEMPTS = 3; // each further one needs yet another writer in between

/** Whether somebody else's write came in between: what was decided must be decided again. */
export function isCollision(error: unknown): boolean {
  const code = databaseErrorCode(error);
  return code === '23505' || code === '40P01'; // unique violation, deadlock
}

/** Runs a whole transaction again when somebody else's write came in between. */
export async function retryOnCollision<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt >= ATTEMPTS || !isCollision(error)) throw error;
    }
  }
}
