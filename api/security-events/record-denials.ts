import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { readBearer } from '../access/authenticate.ts';
import { findRejectedApiKey } from '../access/find-rejected-api-key.ts';
import type { Ctx } from '../context.ts';
import { AppError, type ErrorCode } from '../errors.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { clientNetwork } from '../platform/http/client-network.ts';
import { requestDb } from '../platform/http/request-db.ts';
import { logError } from '../platform/log-error.ts';
import type { Kind } from './kinds.ts';
import { logSecurityEvent } from './log-security-event.ts';
import { partyOf, recordSecurityEvent, type SecurityEvent } from './record-security-event.ts';

const KIND_OF: Partial<Record<ErrorCode, Kind>> = {
  forbidden: 'permission_denied',
  csrf_rejected: 'csrf_rejected',
  origin_not_allowed: 'csrf_rejected',
  rate_limited: 'rate_limited',
  api_key_invalid: 'api_key_rejected',
};

/** Records what staff and integrators are refused. Goes around `authenticate` and the log-in's routes. */
export const recordDenials = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  const kind = c.error instanceof AppError ? KIND_OF[c.error.code] : undefined;
  if (!kind) return;
  try {
    await record(c, kind);
  } catch (error) {
    logError(c.get('requestId'), error); // the refusal is the answer all the same
  }
});

async function record(c: Context<AppEnv>, kind: Kind): Promise<void> {
  const ctx: Ctx | undefined = c.get('ctx');
  const key = kind === 'api_key_rejected' ? readBearer(c.req.header('Authorization')) : null;
  const rejected = key ? await findRejectedApiKey(requestDb(c), key) : null;
  const companyId = rejected?.companyId ?? ctx?.companyId ?? null;
  const source = {
    companyId,
    network: clientNetwork(c.req.header('CF-Connecting-IP')),
    requestId: c.get('requestId'),
  };
  const event: SecurityEvent = {
    kind,
    actor: ctx ? partyOf(ctx) : null,
    ...(rejected ? { target: { type: 'api_key', id: rejected.id } } : {}),
    detail: operationOf(c),
  };
  if (companyId === null) return logSecurityEvent(source, event); // costs no query
  await recordSecurityEvent({ db: requestDb(c), ...source }, event);
}

/** Method and path with ids left out; a path that no route of ours could have is not repeated. */
function operationOf(c: Context<AppEnv>): string {
  const path = new URL(c.req.url).pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, '{id}');
  return `${c.req.method} ${/^[\w/{}.-]{1,120}$/.test(path) ? path : '…'}`;
}
