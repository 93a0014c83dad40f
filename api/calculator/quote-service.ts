import { fulfilClaim } from '../access/idempotency-claim.ts';
import { requirePermission } from '../access/require-permission.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import { databaseErrorCode } from '../platform/database/database-errors.ts';
import { inOneTrip, inTwoTrips, type TenantTx } from '../platform/database/tenant-db.ts';
import { newId } from '../platform/ids.ts';
import type { LoadedConfig } from './config.ts';
import { type PricedQuote, priceService } from './engine/price-service.ts';
import type { GivenInputs } from './engine/read-inputs.ts';
import { loadConfig } from './load-config.ts';
import { customerQuery, insertQuote } from './queries.ts';
import { QuoteRefused } from './quote-refused.ts';
import type { QuoteView } from './views.ts';

export interface QuoteServiceInput {
  service: string;
  inputs: GivenInputs;
  sessionId?: string | undefined;
  customerId?: string | undefined;
  /** The price list in force, where the caller has it already: saves a round trip. */
  loaded?: LoadedConfig | undefined;
}

interface Draft {
  priced: PricedQuote;
  version: number;
  validityDays: number;
}

const FOREIGN_KEY_VIOLATION = '23503';

/**
 * Prices a service and gives the quote: numbered, stored for good, told to the outbox; the lead that it
 * is for moves on to `quoted`. One round trip when `loaded` is given without a customer, else two.
 * @throws QuoteRefused, or AppError `calculator_not_configured`, `not_found` for the customer
 */
export async function quoteService(ctx: Ctx, input: QuoteServiceInput): Promise<QuoteView> {
  requirePermission(ctx.actor, 'quotes.write');
  const { loaded, customerId } = input;
  try {
    if (loaded && !customerId) {
      const draft = draftOf(loaded, input);
      return await inOneTrip(ctx, (tx) => give(tx, ctx, input, draft));
    }
    return await inTwoTrips(
      ctx,
      async (tx) => {
        const reads = [
          loaded ?? loadConfig(tx),
          customerId && findCustomer(tx, customerId),
        ] as const;
        const [config] = await Promise.all(reads);
        return draftOf(config, input);
      },
      (tx, draft) => give(tx, ctx, input, draft),
    );
  } catch (error) {
    if (databaseErrorCode(error) !== FOREIGN_KEY_VIOLATION) throw error;
    throw new AppError('not_found', { detail: 'There is no such customer or chat session.' });
  }
}

function draftOf({ config, version }: LoadedConfig, input: QuoteServiceInput): Draft {
  const outcome = priceService(config, input.service, input.inputs);
  if (!outcome.ok) throw new QuoteRefused(outcome.refusal);
  return { priced: outcome.quote, version, validityDays: config.validity_days };
}

async function findCustomer(tx: TenantTx, customerId: string): Promise<void> {
  const [found] = await customerQuery(tx, customerId);
  if (!found) throw new AppError('not_found', { detail: 'There is no such customer.' });
}

async function give(
  tx: TenantTx,
  ctx: Ctx,
  { sessionId, customerId }: QuoteServiceInput,
  { priced, version, validityDays }: Draft,
): Promise<QuoteView> {
  const id = newId();
  const createdAt = ctx.now();
  const inserted = insertQuote(tx, ctx, {
    id,
    outboxId: newId(),
    sessionId: sessionId ?? null,
    customerId: customerId ?? null,
    priced,
    configVersion: version,
    validityDays,
    createdAt,
  });
  const [[given]] = await Promise.all([inserted, fulfilClaim(tx, ctx, id)]);
  if (!given) throw new AppError('not_found', { detail: 'The company is not there any more.' });
  return {
    id,
    number: given.number,
    ...priced,
    config_version: version,
    valid_until: given.valid_until,
    created_at: createdAt.toISOString(),
  };
}
