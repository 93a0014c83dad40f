import type postgres from 'postgres';
import { demoCalculatorConfig } from './calculator/demo.ts';
import { DEMO } from './demo-ids.ts';

export { demoCalculatorConfig } from './calculator/demo.ts';

/** The demo company's price list, unless it has one. */
export async function seedCalculator(tx: postgres.TransactionSql): Promise<void> {
  // A parameter for jsonb would be encoded as JSON by postgres.js once more.
  const config = JSON.stringify(demoCalculatorConfig);
  await tx`
    insert into calculator_configs (company_id, id, version, config)
    select ${DEMO.companyId}, ${DEMO.configId}, 1, ${config}::text::jsonb
    where not exists (select from calculator_configs where company_id = ${DEMO.companyId})`;
}
