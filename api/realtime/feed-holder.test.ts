import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { companies, memberships, userSessions } from '../../db/schema/index.ts';
import { fileDatabase, testCtx } from '../../db/testing/index.ts';
import { sha256Hex } from '../access/secrets.ts';
import { sessionsIn } from '../access/sessions.ts';
import { createApiKey } from '../api-keys/create-api-key.ts';
import { revokeApiKey } from '../api-keys/revoke-api-key.ts';
import { rotateApiKey } from '../api-keys/rotate-api-key.ts';
import { signUp } from '../auth/sign-up.ts';
import type { Ctx } from '../context.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import { type FeedHolder, findEntitled, isDue, TRUSTED_MS } from './feed-holder.ts';

let ctx: Ctx;
let userId: string;
let holder: FeedHolder;
let logOut: () => Promise<void>;

beforeEach(async () => {
  const { db } = await fileDatabase();
  const email = `${newId()}@example.com`;
  const person = { company_name: 'Stoneworks', name: 'Lee', email, password: 'retaining-wall-7' };
  const { company, user } = await signUp(db, person, new Date());
  ctx = { ...(await testCtx()), companyId: company.id };
  userId = user.id;
  const sessions = sessionsIn(db, true);
  const { id } = await sessions.createSession(userId, { company_id: company.id });
  holder = { type: 'session', hash: sha256Hex(id) };
  logOut = () => sessions.invalidateSession(id);
});

const isEntitled = async (who = holder) => (await findEntitled(ctx, [who])).has(who.hash);
const withKey = async (scopes: string[]) => {
  const { id, key } = await createApiKey(ctx, { name: 'k', scopes: scopes as never });
  return { id, holder: { type: 'api_key' as const, hash: sha256Hex(key) } };
};

describe('a log-in', () => {
  test('is entitled to the feed of its company, and of no other', async () => {
    expect(await isEntitled()).toBe(true);
    expect((await findEntitled(await testCtx(), [holder])).size).toBe(0);
  });

  test('is not after logging out', async () => {
    await logOut();
    expect(await isEntitled()).toBe(false);
  });

  test('is not when its time is over', async () => {
    await withTenant(ctx, (tx) =>
      tx
        .update(userSessions)
        .set({ expiresAt: new Date(Date.now() - 1000) })
        .where(eq(userSessions.userId, userId)),
    );
    expect(await isEntitled()).toBe(false);
  });

  test('is not when the person has left the company', async () => {
    await withTenant(ctx, (tx) => tx.delete(memberships).where(eq(memberships.userId, userId)));
    expect(await isEntitled()).toBe(false);
  });

  test('is not when the company is deleted', async () => {
    await withTenant(ctx, (tx) => tx.update(companies).set({ deletedAt: new Date() }));
    expect(await isEntitled()).toBe(false);
  });
});

describe('an API key', () => {
  test('is entitled when its scopes say so', async () => {
    const { holder: reader } = await withKey(['conversations.read']);
    const { holder: other } = await withKey(['customers.read']);
    expect(await findEntitled(ctx, [reader, other, holder])).toEqual(
      new Set([reader.hash, holder.hash]),
    );
  });

  test('is not when it is revoked, or has another secret by now', async () => {
    const [revoked, rotated] = [
      await withKey(['conversations.read']),
      await withKey(['conversations.read']),
    ];
    await revokeApiKey(ctx, revoked.id);
    await rotateApiKey(ctx, rotated.id);
    expect((await findEntitled(ctx, [revoked.holder, rotated.holder])).size).toBe(0);
  });
});

test('whoever is open is asked about again when the trust is used up, and not before', () => {
  const checkedAt = 1_000_000;
  expect(isDue({ checkedAt }, checkedAt + TRUSTED_MS - 1)).toBe(false);
  expect(isDue({ checkedAt }, checkedAt + TRUSTED_MS)).toBe(true);
});
