import type postgres from 'postgres';
import { actAs, type Outcome } from './act-as.ts';
import { sampleSecrets } from './tenant-rows.ts';

/** What the catalogue says of a table whose rows belong to a company, or of users. */
export interface TenantTable {
  name: string;
  /** The column that names the company: company_id, or id of companies; null for users. */
  companyColumn: string | null;
  /** A column with a default that the runtime role may update; null where update is not granted. */
  updatable: string | null;
  granted: { insert: boolean; update: boolean; delete: boolean };
  softDeletes: boolean;
  /** Whether a SECURITY DEFINER function may look past its tenant policies. */
  hasDoor: boolean;
}

interface Companies {
  attacker: string;
  victim: string;
}

interface CatalogueRow {
  name: string;
  columns: string[];
  updatable: string[];
  ins: boolean;
  upd: boolean;
  del: boolean;
  door: boolean;
}

/** Every table of the schema that belongs to a company, with what the runtime role was granted. */
export async function tenantTables(superuser: postgres.Sql): Promise<TenantTable[]> {
  const rows = await superuser<CatalogueRow[]>`
    select c.relname as name,
      array_agg(a.attname::text) as columns,
      coalesce(array_agg(a.attname::text) filter (
        where has_column_privilege('tradesphere_app', c.oid, a.attnum, 'update')
          and a.attgenerated = '' and (not a.attnotnull or a.atthasdef)
          and a.attname not in ('id', 'company_id', 'deleted_at')), '{}') as updatable,
      has_any_column_privilege('tradesphere_app', c.oid, 'insert') as ins,
      has_any_column_privilege('tradesphere_app', c.oid, 'update') as upd,
      has_table_privilege('tradesphere_app', c.oid, 'delete') as del,
      exists (select from pg_policy where polrelid = c.oid and polname = 'door') as door
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    group by c.oid, c.relname order by c.relname`;
  return rows
    .filter(({ name, columns }) => name in OTHER_COLUMN || columns.includes('company_id'))
    .map(({ name, columns, updatable, ins, upd, del, door }) => ({
      name,
      companyColumn: name in OTHER_COLUMN ? (OTHER_COLUMN[name] ?? null) : 'company_id',
      updatable: updatable[0] ?? null,
      granted: { insert: ins, update: upd, delete: del },
      softDeletes: columns.includes('deleted_at'),
      hasDoor: door,
    }));
}

const OTHER_COLUMN: Record<string, string | null> = { companies: 'id', users: null };

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
  const touch = `update ${name} set ${table.updatable} = default`;
  const theirs = `select from ${name} where ${rowsOf(table, victim)}`;
  const findings: (string | false)[] = [
    (await as(theirs)) !== 0 && 'select sees them',
    (await asVictim(theirs)) !== 1 && 'its own company does not see its row',
  ];
  if (granted.insert) {
    findings.push(
      !refused(await as(bareRow(table, victim))) && 'insert for another company',
      !usable(await asVictim(bareRow(table, victim))) && 'its own company cannot insert',
    );
  }
  if (granted.update) {
    findings.push(
      !refused(await as(`update ${name} set ${company} = '${victim}'`)) &&
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
  if (table.softDeletes) {
    const hidden = [VISIBLE, `update ${name} set deleted_at = now()`, HIDDEN];
    findings.push(
      (await asVictim(theirs, hidden)) !== 0 && 'a deleted row is seen',
      (await asVictim(touch, hidden)) !== 0 && 'a deleted row is updated',
      granted.delete &&
        (await asVictim(`delete from ${name}`, hidden)) !== 0 &&
        'a deleted row is deleted again',
      (await asVictim(theirs, [...hidden, VISIBLE])) !== 1 &&
        'a deleted row cannot be looked for to restore it',
    );
  }
  return findings.filter((finding) => finding !== false).map((finding) => `${name}: ${finding}`);
}

const VISIBLE = `select set_config('app.deleted_visible', 'on', true)`;
const HIDDEN = `select set_config('app.deleted_visible', '', true)`;

/** The sample row of a company, by what its policies do not speak of where that is possible. */
const rowsOf = ({ companyColumn }: TenantTable, company: string): string =>
  companyColumn ? `${companyColumn} = '${company}'` : `email = '${sampleSecrets(company).email}'`;

/** Row-level security or a missing grant said no. */
const refused = (outcome: Outcome): boolean => outcome === '42501';

/** One row, or stopped only by what comes after the policies: a key, a check, a required value. */
const usable = (outcome: Outcome): boolean =>
  outcome === 1 || (typeof outcome === 'string' && outcome.startsWith('23'));

const exceedsOne = (outcome: Outcome): boolean => Number(outcome) > 1;

/** A row that says no more than whose it is: the policies are asked before its gaps are seen. */
function bareRow(table: TenantTable, owner: string): string {
  return `insert into ${table.name} (${table.companyColumn}) values ('${owner}')`;
}
