import { OpenAPIHono } from '@hono/zod-openapi';
import { cors } from 'hono/cors';
import { authenticate } from './access/authenticate.ts';
import { idempotent } from './access/idempotent.ts';
import { aiUsageRoutes } from './ai-usage/routes.ts';
import { apiKeyRoutes } from './api-keys/routes.ts';
import { authRoutes } from './auth/routes.ts';
import { calculatorRoutes } from './calculator/routes.ts';
import { BODY_BYTES_MAX } from './chat/limits.ts';
import { chatRoutes } from './chat/routes.ts';
import { companyRoutes } from './companies/routes.ts';
import { conversationRoutes } from './conversations/routes.ts';
import { customerRoutes } from './customers/routes.ts';
import { AppError, toProblem } from './errors.ts';
import { leadRoutes } from './leads/routes.ts';
import type { AppEnv } from './platform/http/app-env.ts';
import { checkBody } from './platform/http/check-body.ts';
import { problemResponse } from './platform/http/problem-response.ts';
import { endRequestDb } from './platform/http/request-db.ts';
import { securityHeaders } from './platform/http/security-headers.ts';
import { newId } from './platform/ids.ts';
import { logError } from './platform/log-error.ts';
import { notifyFeed } from './realtime/notify-feed.ts';
import { realtimeRoutes } from './realtime/routes.ts';
import { referenceRoutes } from './reference/routes.ts';
import { recordDenials } from './security-events/record-denials.ts';
import { securityEventRoutes } from './security-events/routes.ts';
import { siteRoutes } from './sites/routes.ts';

/** The order in which a request is looked at; what is done with it stands in the slices. */
export function createApp() {
  const app = new OpenAPIHono<AppEnv>();

  app.onError((error, c) => {
    const requestId = c.get('requestId');
    if (!(error instanceof AppError)) logError(requestId, error);
    return problemResponse(error, toProblem(error, requestId));
  });
  app.notFound((c) => {
    const error = new AppError('not_found');
    return problemResponse(error, toProblem(error, c.get('requestId')));
  });

  app.use(async (c, next) => {
    c.set('requestId', newId());
    await next();
  });
  app.use(endRequestDb);
  app.use(securityHeaders);
  // Any page may ask; which page is answered is decided by the site's own list of origins.
  app.use(
    '/api/chat/*',
    cors({
      origin: (origin) => origin,
      allowHeaders: ['Authorization', 'Content-Type', 'Last-Event-ID', 'X-Widget-Key'],
      exposeHeaders: ['RateLimit', 'RateLimit-Policy', 'Retry-After'],
      maxAge: 86_400,
    }),
  );
  app.use('/api/*', checkBody(BODY_BYTES_MAX));

  app.route('/', referenceRoutes(app));
  app.route('/', chatRoutes);
  app.all('/api/chat/*', () => {
    throw new AppError('not_found');
  });
  app.use('/api/*', recordDenials);
  app.route('/', authRoutes);

  app.use('/api/*', authenticate);
  app.use('/api/*', notifyFeed);
  app.use('/api/*', idempotent);
  for (const routes of [
    companyRoutes,
    siteRoutes,
    apiKeyRoutes,
    conversationRoutes,
    realtimeRoutes,
    leadRoutes,
    customerRoutes,
    calculatorRoutes,
    aiUsageRoutes,
    securityEventRoutes,
  ]) {
    app.route('/', routes);
  }
  return app;
}
