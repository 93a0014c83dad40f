import { closeAbandonedExpression, settleSample } from '../../ai-usage/attempts.ts';
import { TurnLedger } from '../../ai-usage/turn-ledger.ts';
import { answerTurn, prepareAnswer } from '../../assistant/answer-turn.ts';
import type { QuoteOutcome, TurnInput } from '../../assistant/assistant.ts';
import { guidedAssistant } from '../../assistant/guided/guided-assistant.ts';
import { parseCalculatorConfig } from '../../calculator/config.ts';
import { QuoteRefused } from '../../calculator/quote-refused.ts';
import { quoteService } from '../../calculator/quote-service.ts';
import type { Ctx } from '../../context.ts';
import type { Env } from '../../env.ts';
import { AppError } from '../../errors.ts';
import type { Database } from '../../platform/database/connect.ts';
import { newId } from '../../platform/ids.ts';
import { FeedBell } from '../../realtime/feed-bell.ts';
import type { ConversationDeps } from '../conversation/conversation-deps.ts';
import type { ConversationState } from '../conversation/conversation-state.ts';
import { chatLimits } from '../limits.ts';
import { ConversationStore } from '../store/conversation-store.ts';
import type { VisitorClaims } from '../visitor/visitor-token.ts';
import { detailsOfMessage, detailsOfTool } from './details.ts';
import { modelOf, reserveFirst } from './room-model.ts';
import { thanksForDetails, willTellSomeone } from './room-words.ts';

export interface RoomWorld {
  env: Env;
  db: Database;
  claims: VisitorClaims;
  requestId: string;
  keepAlive(work: Promise<unknown>): void;
}

/** A conversation's world on the real parts: Postgres, the model, the feed, the clock. */
export function roomDeps({ env, db, claims, requestId, keepAlive }: RoomWorld): ConversationDeps {
  const { companyId, sessionId, visitorId, siteId } = claims;
  const now = () => new Date();
  const actor = { type: 'visitor' as const, id: visitorId, siteId, sessionId };
  const ctx: Ctx = { db, companyId, actor, requestId, now };
  const model = modelOf(env);
  const bell = new FeedBell(env, companyId);
  return {
    store: new ConversationStore(ctx, { id: sessionId, visitorId, siteId }),
    limits: chatLimits(env),
    requestId,
    newId,
    now,
    tellFeed: () => {
      const now = Date.now();
      if (bell.isHeard(now)) keepAlive(bell.ring(now));
    },
    keepAlive,
    reserveFirst: (message, turn) => reserveFirst(model, sessionId, message, turn),
    prepareAnswer: (input) => prepareAnswer(model, input),
    closeAbandoned: closeAbandonedExpression(sessionId),
    capture: detailsOfMessage,
    checkDetails: detailsOfTool,
    openLedger: ({ reservation, messageId, customerId }) =>
      new TurnLedger(ctx, { sessionId, messageId, customerId }, reservation),
    // A visitor who leaves does not abort the turn, which is drained, saved and billed.
    answer(turn: TurnInput, tools, { ledger, warmUp, signal }) {
      warmUp(model ? 1 : 0, () => (model ? [settleSample()] : []));
      return answerTurn(turn, tools, { model, ledger, guided: guidedAssistant }, signal);
    },
    quote: (state, call) => quoteIn(ctx, state, sessionId, call),
    words: { detailsThanks: thanksForDetails, humanAsked: willTellSomeone },
  };
}

async function quoteIn(
  ctx: Ctx,
  { config }: ConversationState,
  sessionId: string,
  call: { service: string; inputs: Record<string, string> },
): Promise<QuoteOutcome> {
  const loaded = config && {
    version: config.version,
    config: parseCalculatorConfig(config.config),
  };
  const assistant: Ctx = { ...ctx, actor: { type: 'system', id: 'assistant' } };
  try {
    const input = { ...call, sessionId, ...(loaded ? { loaded } : {}) };
    return { ok: true, quote: await quoteService(assistant, input) };
  } catch (error) {
    if (error instanceof QuoteRefused) {
      return { ok: false, problem: error.message, missing: error.missing };
    }
    if (error instanceof AppError && error.code === 'calculator_not_configured') {
      return { ok: false, problem: error.message, missing: [] };
    }
    throw error;
  }
}
