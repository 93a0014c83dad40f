import { callDoor } from '../access/call-door.ts';
import { sha256Hex } from '../access/secrets.ts';
import { AppError } from '../errors.ts';
import type { Database } from '../platform/database/connect.ts';
import { verifyPassword } from './password/password.ts';
import type { LogInInput } from './schemas.ts';

interface LoginRow {
  locked_for_s: number | null;
  user_id: string | null;
  password_hash: string | null;
  company_id: string | null;
}

/** Who logged in, and to which company. */
export interface Identity {
  userId: string;
  companyId: string;
}

/**
 * Checks an e-mail address and a password. An unknown address, a person without a company and a wrong
 * password get the same answer after the same work. Throws `login_failed`, or `login_locked` for 15
 * minutes after five failures of an address, whether or not anybody has it.
 */
export async function logIn(db: Database, input: LogInInput): Promise<Identity> {
  const subject = sha256Hex(input.email);
  const [row] = await callDoor(
    db.sql<LoginRow[]>`select * from door_login(${input.email}, ${subject})`,
  );
  assertUnlocked(row?.locked_for_s);
  const right = await verifyPassword(row?.password_hash ?? null, input.password);
  const { user_id: userId, company_id: companyId } = row ?? {};
  if (!right || !userId || !companyId) {
    const [failed] = await callDoor(
      db.sql<{ locked: number | null }[]>`select door_login_failed(${subject}) as locked`,
    );
    assertUnlocked(failed?.locked);
    throw new AppError('login_failed');
  }
  const [succeeded] = await callDoor(
    db.sql<{ locked: number | null }[]>`select door_login_succeeded(${subject}) as locked`,
  );
  assertUnlocked(succeeded?.locked);
  return { userId, companyId };
}

function assertUnlocked(lockedForS: number | null | undefined): void {
  if (!lockedForS) return;
  const minutes = Math.ceil(lockedForS / 60);
  throw new AppError('login_locked', {
    detail: `Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    headers: { 'Retry-After': String(lockedForS) },
  });
}
