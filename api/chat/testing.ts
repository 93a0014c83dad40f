import { calculatorConfigs, sites } from '../../db/schema/index.ts';
import type { CalculatorConfigInput } from '../calculator/config.ts';
import type { Ctx } from '../context.ts';
import type { Env } from '../env.ts';
import { withTenant } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import type { KnownSite } from '../sites/find-site-by-key.ts';
import { Conversation } from './conversation/conversation.ts';
import type { RoomEvent } from './events/events.ts';
import { roomDeps } from './room/room-deps.ts';
import { startSession } from './start-session.ts';
import type { SiteProof } from './visitor/site-proof.ts';
import { readVisitorToken, type VisitorClaims } from './visitor/visitor-token.ts';

export const TOKEN_SECRET = 'for tests only';
const TOKEN_KEYS = { current: TOKEN_SECRET, previous: null };

/** A Worker's environment without a Worker: the company's feed hears nothing. */
export function testEnv(settings: Partial<Env> = {}): Env {
  const deaf = { idFromName: () => '', get: () => ({ fetch: async () => new Response() }) };
  return { TOKEN_SECRET, COMPANY_FEED: deaf, ...settings } as unknown as Env;
}

/** A site with a price list of one service: patios at 10.00 a square foot. */
export async function testSite(ctx: Ctx): Promise<KnownSite> {
  const siteId = newId();
  const publishableKey = `pk_${siteId.replaceAll('-', '')}`;
  await withTenant(ctx, async (tx) => {
    const { companyId } = ctx;
    await tx.insert(sites).values({
      companyId,
      id: siteId,
      name: 'Home',
      publishableKey,
      greeting: 'Hello',
      allowedOrigins: ['https://rivera.example'],
    });
    const config = { companyId, id: newId(), version: 1, config: PATIOS };
    await tx.insert(calculatorConfigs).values(config).onConflictDoNothing();
  });
  return {
    companyId: ctx.companyId,
    companyName: 'Test',
    siteId,
    publishableKey,
    name: 'Home',
    allowedOrigins: ['https://rivera.example'],
    accent: '#1d6b57',
    position: 'right',
    greeting: 'Hello',
    locale: 'en',
    starters: [],
    consentText: null,
  };
}

const PATIOS: CalculatorConfigInput = {
  currency: 'USD',
  tax: { label: 'Tax', rate_percent: '0', applies_to: [] },
  validity_days: 30,
  services: [
    {
      id: 'patio',
      name: 'Paver patio',
      description: 'A patio',
      synonyms: ['patio', 'pavers'],
      inputs: [
        {
          id: 'area',
          label: 'Area',
          question: 'About how big is it?',
          kind: 'area',
          unit: 'sq_ft',
          default: null,
          min: '10',
          max: '10000',
        },
      ],
      lines: [
        { kind: 'material', label: 'Pavers', quantity: 'area', unit: 'sq ft', unit_price: '10.00' },
      ],
    },
  ],
};

export interface TestChat {
  claims: VisitorClaims;
  proof: SiteProof;
  /** A room for the session, as if the one before had been evicted. */
  wakeUp(settings?: Partial<Env>, db?: Ctx['db']): Conversation;
}

/** A chat session on a site of its own. */
export async function testChat(ctx: Ctx, site?: KnownSite): Promise<TestChat> {
  const known = site ?? (await testSite(ctx));
  const now = new Date();
  const needs = {
    db: ctx.db,
    tokenKeys: TOKEN_KEYS,
    sessionsPerIp: { name: 'sessions-per-ip', limit: 1_000, windowS: 3_600 },
    now,
  };
  const started = await startSession(needs, {
    site: known,
    pageUrl: null,
    referrer: null,
    locale: 'en',
    visitorId: null,
    network: newId(),
  });
  const claims = await readVisitorToken(TOKEN_KEYS, started.visitor_token, now);
  const origin = 'https://rivera.example';
  return {
    claims,
    proof: {
      widgetKey: known.publishableKey,
      origin,
      requestOrigin: 'https://api.example',
      network: newId(),
    },
    wakeUp: (settings, db = ctx.db) =>
      new Conversation(
        roomDeps({ env: testEnv(settings), db, claims, requestId: newId(), keepAlive: () => {} }),
      ),
  };
}

/** Resolves with the events of a message's turn once it has ended. */
export async function turnEvents(room: Conversation, messageId: string): Promise<RoomEvent[]> {
  const ended = ({ event, turn }: RoomEvent) =>
    turn === messageId && (event === 'turn.completed' || event === 'error');
  let done = () => {};
  const over = new Promise<void>((resolve) => {
    done = resolve;
  });
  const stop = await room.subscribe((event) => ended(event) && done());
  if ((await room.eventsOfTurn(messageId)).some(ended)) done();
  await over;
  stop();
  return room.eventsOfTurn(messageId);
}

/** The text that a listener has put together from the events. */
export const textOf = (events: RoomEvent[]): string =>
  events.map((event) => (event.event === 'text' ? event.data.delta : '')).join('');
