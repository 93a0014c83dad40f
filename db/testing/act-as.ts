import postgres from 'postgres';

/** Rows affected, or the SQLSTATE of the refusal. */
export type Outcome = number | string;

/** Runs a statement behind some that prepare it. Nothing of it stays. */
export type Act = (statement: string, before?: string[]) => Promise<Outcome>;

/** A company's way to the database. */
export function actAs(sql: postgres.Sql, companyId: string): Act {
  return (statement, before = []) =>
    rolledBack(sql, companyId, async (tx) => {
      try {
        for (const step of before) await tx.unsafe(step);
        return (await tx.unsafe(statement)).count;
      } catch (error) {
        if (error instanceof postgres.PostgresError) return error.code;
        throw error;
      }
    });
}

/** Runs `work` in a transaction of the company that is then undone. */
export async function rolledBack<T>(
  sql: postgres.Sql,
  companyId: string | null,
  work: (tx: postgres.TransactionSql) => Promise<T>,
): Promise<T> {
  let result: { value: T } | undefined;
  await sql
    .begin(async (tx) => {
      await tx`select set_config('app.company_id', ${companyId ?? ''}, true)`;
      result = { value: await work(tx) };
      throw ROLLED_BACK;
    })
    .catch((error) => {
      if (error !== ROLLED_BACK && !(result && error instanceof postgres.PostgresError)) {
        throw error;
      }
    });
  if (!result) throw new Error('act-as: nothing was run');
  return result.value;
}

const ROLLED_BACK = new Error('rolled back');
