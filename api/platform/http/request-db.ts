import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { connect, type Database } from '../database/connect.ts';
import type { AppEnv } from './app-env.ts';
import { clientNetwork } from './client-network.ts';

const END_TIMEOUT_S = 5;
const opened = new WeakMap<Context, Database>();

/**
 * The request's way to Postgres: the connections that everything on this machine shares, or else a client of
 * its own, made at its first use; in a Worker a connection cannot outlive the request that opened it.
 */
export function requestDb(c: Context<AppEnv>): Database {
  const known = opened.get(c);
  if (known) return known;
  if (c.env.SHARED) return c.env.SHARED.db.as(clientNetwork(c.req.header('CF-Connecting-IP')));
  const db = connect(c.env.HYPERDRIVE.connectionString);
  opened.set(c, db);
  return db;
}

/** Closes what requestDb opened, without keeping the answer waiting. The app's outermost middleware. */
export const endRequestDb = createMiddleware<AppEnv>(async (c, next) => {
  try {
    await next();
  } finally {
    const db = opened.get(c);
    opened.delete(c);
    if (db) c.executionCtx.waitUntil(db.end(END_TIMEOUT_S));
  }
});
