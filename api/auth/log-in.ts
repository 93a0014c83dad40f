import { sha256Hex } from '../access/secrets.ts';
import { AppError } from '../errors.ts';
import type { Database } from '../platform/database/connect.ts';
import type { Kind } from '../security-events/kinds.ts';
import { type Party, recordSecurityEvent } from '../security-events/record-security-event.ts';
import { assertMayLogIn } from './assert-may-log-in.ts';
import { verifyPassword } from './password/password.ts';
import type { LogInInput } from './schemas.ts';

interface LogInRow {
  throttled_s: number | null;
  known_device: boolean;
  user_id: string | null;
  password_hash: string | null;
  company_id: string | null;
}

/** Who logged in, and to which company. */
export interface Identity {
  userId: string;
  companyId: string;
}

/** Where a log-in comes from. */
export interface LogInSource {
  /** As clientNetwork names it. */
  network: string;
  /** The token of the device cookie. */
  device: string | null;
  requestId: string;
  /** LOGINS_PER_IP_HOUR. */
  perHour?: string | undefined;
}

/**
 * Checks an e-mail address and a password. An unknown address, a person without a company and a wrong
 * password get the same answer after the same work. A device that the account has logged in from before is
 * throttled by its own failures alone. Throws `login_failed`, `login_locked`, `rate_limited` or
 * `log_in_busy`.
 */
export async function logIn(
  db: Database,
  { email, password }: LogInInput,
  source: LogInSource,
): Promise<Identity> {
  const { network, requestId } = source;
  const device = source.device ? sha256Hex(source.device) : '';
  const [row] = await db.query(
    (sql) => sql<LogInRow[]>`select * from begin_log_in(${email}, ${network}, ${device})`,
  );
  const { user_id: userId = null, company_id: companyId = null } = row ?? {};
  const isKnownDevice = row?.known_device ?? false;
  const target: Party | null = userId ? { type: 'user', id: userId } : null;
  const record = (kind: Kind, actor: Party | null = null) =>
    recordSecurityEvent(
      { db, companyId, network, requestId },
      { kind, actor, ...(target && !actor ? { target } : {}) },
    );
  const assertAdmitted = async (throttledS: number | null | undefined) => {
    if (!throttledS) return;
    await record('log_in_throttled');
    throw locked(throttledS);
  };

  if (!isKnownDevice) await assertMayLogIn(db, network, source.perHour);
  await assertAdmitted(row?.throttled_s);
  const stored = row?.password_hash ?? null;
  const isRight = await verifyPassword(stored, password, { network, isKnownDevice });
  if (!isRight || !userId || !companyId) {
    await assertAdmitted(
      await throttledBy(
        db.query((sql) => sql`select fail_log_in(${email}, ${network}, ${device}) as s`),
      ),
    );
    await record('log_in_failed');
    throw new AppError('login_failed');
  }
  await assertAdmitted(
    await throttledBy(
      db.query((sql) => sql`select complete_log_in(${email}, ${network}, ${device}) as s`),
    ),
  );
  await record('log_in', target);
  return { userId, companyId };
}

/** The seconds until the next log-in is let through, as a function of the database says; null for none. */
async function throttledBy(query: PromiseLike<{ s?: number | null }[]>): Promise<number | null> {
  const [row] = await query;
  return row?.s ?? null;
}

function locked(throttledS: number): AppError {
  const minutes = Math.ceil(throttledS / 60);
  return new AppError('login_locked', {
    detail: `Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    headers: { 'Retry-After': String(throttledS) },
  });
}
