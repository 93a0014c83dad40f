import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import { userSessions } from '../../db/schema/index.ts';
import type { Role } from '../context.ts';
import type { Database } from '../platform/database/connect.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { sha256Hex } from './secrets.ts';

export interface SessionAttributes {
  company_id: string;
}

export interface UserAttributes {
  name: string;
  email: string;
  role: Role;
}

type SessionRow = UserAttributes & { user_id: string; company_id: string; expires_ms: number };

/**
 * lucia's way to the database. Its session ids are the cookies' tokens; only their hashes are stored.
 * Each call is one query through a door, since a cookie does not name its company.
 */
export function sessionAdapter(db: Database): Adapter {
  return {
    async getSessionAndUser(id): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      const [row] = await db.query(
        (sql) => sql<SessionRow[]>`
          select *, (extract(epoch from expires_at) * 1000)::float8 as expires_ms
          from door_user_session(${sha256Hex(id)})`,
      );
      if (!row) return [null, null];
      const { user_id: userId, company_id, name, email, role } = row;
      // As a number, because drizzle switches a client's reading of dates off.
      const expiresAt = new Date(row.expires_ms);
      return [
        { id, userId, expiresAt, attributes: { company_id } },
        { id: userId, attributes: { name, email, role } },
      ];
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      const companyId = attributes.company_id;
      const scope = { db, companyId, actor: { type: 'system' as const, id: 'auth' } };
      await withTenant(scope, async (tx) => {
        await tx.insert(userSessions).values({ companyId, id: sha256Hex(id), userId, expiresAt });
      });
    },
    async updateSessionExpiration(id, expiresAt) {
      const until = expiresAt.toISOString();
      await db.query(
        (sql) => sql`select door_extend_session(${sha256Hex(id)}, ${until}::timestamptz)`,
      );
    },
    async deleteSession(id) {
      await db.query((sql) => sql`select door_end_session(${sha256Hex(id)})`);
    },
    async deleteExpiredSessions() {
      await db.query((sql) => sql`select door_forget_sessions()`);
    },
    deleteUserSessions() {
      throw new Error('sessions: a person ends one session at a time');
    },
    getUserSessions() {
      throw new Error('sessions: tokens are not stored, so they cannot be listed');
    },
  };
}
