import postgres from 'postgres';

/** What the catalogue says of a tenant table. */
export interface TenantTable {
  name: string;
  /** The column that names the company: company_id, or id of companies. */
  companyColumn: string;
  /** A column with a default that the runtime role may update; null where update is not granted. */
  updatable: string | null;
  granted: { insert: boolean; update: boolean; delete: boolean };
  softDeletes: boolean;
}

interface Companies {
  attacker: string;
  victim: string;
}

/** Every table of the schema that belongs to a company, with what the runtime role was granted. */
export async function tenantTables(superuser: postgres.Sql): Promise<TenantTable[]> {
  const rows = await superuser<
    {
      name: string;
      columns: string[];
      updatable: string[];
      ins: boolean;
      upd: boolean;
      del: boolean;
    }[]
  >`
    select c.relname as name,
      array_agg(a.attname::text) as columns,
      coalesce(array_agg(a.attname::text) filter (
        where has_column_privilege('tradesphere_app', c.oid, a.attnum, 'update')
          and a.attgenerated = '' and (not a.attnotnull or a.atthasdef)
          and a.attname not in ('id', 'company_id', 'deleted_at')), '{}') as updatable,
      has_any_column_privilege('tradesphere_app', c.oid, 'insert') as ins,
      has_any_column_privilege('tradesphere_app', c.oid, 'update') as upd,
      has_table_privilege('tradesphere_app', c.oid, 'delete') as del
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    group by c.oid, c.relname order by c.relname`;
  return rows
    .filter(({ name, columns }) => name === 'companies' || columns.includes('company_id'))
    .map(({ name, columns, updatable, ins, upd, del }) => ({
      name,
      companyColumn: name === 'companies' ? 'id' : 'company_id',
      updatable: updatable[0] ?? null,
      granted: { insert: ins, update: upd, delete: del },
      softDeletes: columns.includes('deleted_at'),
    }));
}

/**
 * Attacks one table as the runtime role of another company, and checks beside it that the company
 * itself can still work. Returns what is wrong; nothing when the table is safe and usable.
 */
export async function attackTable(
  app: postgres.Sql,
  table: TenantTable,
  { attacker, victim }: Companies,
): Promise<string[]> {
  const { name, companyColumn: company, granted } = table;
  const as = actAs(app, attacker);
  const asVictim = actAs(app, victim);
  const findings: (string | false)[] = [
    (await as(`select * from ${name} where ${company} = '${victim}'`)) !== 0 && 'select sees them',
    (await asVictim(`select * from ${name} where ${company} = '${victim}'`)) !== 1 &&
      'its own company does not see its row',
  ];
  if (granted.insert) {
    findings.push(
      !refused(await as(bareRow(table, victim))) && 'insert for another company',
      !usable(await asVictim(bareRow(table, victim))) && 'its own company cannot insert',
    );
  }
  if (granted.update) {
    const touch = `update ${name} set ${table.updatable} = default`;
    findings.push(
      (await as(`update ${name} set ${company} = '${victim}'`)) !== '42501' &&
        'update moves a row away',
      !usable(await asVictim(touch)) && 'its own company cannot update',
      exceedsOne(await asVictim(touch)) && 'update reaches others',
    );
  }
  if (granted.delete) {
    findings.push(
      exceedsOne(await as(`delete from ${name}`)) && 'delete reaches others',
      !usable(await asVictim(`delete from ${name}`)) && 'its own company cannot delete',
    );
  }
  return findings.filter((finding) => finding !== false).map((finding) => `${name}: ${finding}`);
}

/** Row-level security or a missing grant said no. */
const refused = (outcome: number | string): boolean => outcome === '42501';

/** One row, or stopped only by what comes after the policies: a key, a check, a required value. */
const usable = (outcome: number | string): boolean =>
  outcome === 1 || (typeof outcome === 'string' && outcome.startsWith('23'));

const exceedsOne = (outcome: number | string): boolean => Number(outcome) > 1;

/** Rows affected, or the SQLSTATE of the refusal. Nothing stays. */
type Act = (statement: string) => Promise<number | string>;

function actAs(app: postgres.Sql, companyId: string): Act {
  return async (statement) => {
    let outcome: number | string = 0;
    await app
      .begin(async (tx) => {
        await tx`select set_config('app.company_id', ${companyId}, true)`;
        outcome = await tx.unsafe(statement).then(
          (result) => result.count,
          (error: { code: string }) => error.code,
        );
        throw ROLLED_BACK;
      })
      .catch((error) => {
        if (error !== ROLLED_BACK && !(error instanceof postgres.PostgresError)) throw error;
      });
    return outcome;
  };
}

const ROLLED_BACK = new Error('rolled back');

/** A row that says no more than whose it is: the policies are asked before its gaps are seen. */
function bareRow(table: TenantTable, owner: string): string {
  return `insert into ${table.name} (${table.companyColumn}) values ('${owner}')`;
}
