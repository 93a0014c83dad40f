import postgres from 'postgres';
import type { MockReply } from '../mock-model/mock-reply.ts';
import {
  type MockModel,
  type MockModelOptions,
  startMockModel,
} from '../mock-model/start-mock-model.ts';
import { type ServerOptions, startServer, type TestServer } from './server.ts';

/** A row of the AI ledger, as far as tests look at it; costs are in picodollars. */
export interface LedgerRow {
  attempt: number;
  outcome: string;
  measure: string | null;
  input_tokens: number;
  output_tokens: number;
  reserved: number;
  cost: number;
  is_closed: boolean;
}

/** The Worker with the demo company, answered for by a mock model, and a look into its ledger. */
export interface ModelServer {
  model: MockModel;
  server: TestServer;
  /** Past row-level security. */
  sql: postgres.Sql;
  /** The model calls of a session, in the order in which they were made. */
  ledger(sessionId: string): Promise<LedgerRow[]>;
  close(): Promise<void>;
}

/** A model that prices the demo company's patio; told the price, it says it. */
export const PRICES_PATIO: MockReply = {
  toolCalls: [{ name: 'get_quote', args: { service: 'paver_patio', inputs: { area: '500' } } }],
};

export async function startModelServer(
  mock: MockModelOptions = {},
  { vars, ...options }: ServerOptions = {},
): Promise<ModelServer> {
  const model = await startMockModel(mock);
  const server = await startServer({
    demo: true,
    ...options,
    vars: {
      OPENAI_API_KEY: 'mock',
      OPENAI_BASE_URL: model.baseUrl,
      OPENAI_MODEL: 'gpt-4o',
      // All visitors of a test come from one address.
      CHAT_SESSIONS_PER_IP_HOUR: '1000',
      CHAT_TURNS_PER_IP_HOUR: '1000',
      ...vars,
    },
  });
  const sql = postgres(server.database.superuserUrl, { max: 1, onnotice: () => {} });
  return {
    model,
    server,
    sql,
    ledger: (sessionId) =>
      sql<LedgerRow[]>`
        select attempt, outcome, measure, input_tokens, output_tokens,
          reserved_picousd::float8 as reserved, cost_picousd::float8 as cost,
          closed_at is not null as is_closed
        from ai_usage_log where session_id = ${sessionId} order by created_at, id`,
    async close() {
      await sql.end({ timeout: 1 });
      await server.close();
      await model.close();
    },
  };
}
