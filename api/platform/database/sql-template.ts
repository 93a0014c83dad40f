import { is, Param, Placeholder, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';

/** drizzle without a connection: for statements that are built to be kept. */
export const builder = drizzle.mock();

const dialect = new PgDialect();

/** Stands for a value that comes later. */
type Slot<V> = <K extends keyof V & string>(name: K) => Placeholder<K>;

/** A statement as it is sent: numbered parameters, values as the driver takes them. */
export interface SentQuery {
  text: string;
  params: unknown[];
}

/**
 * A piece of SQL that is written once and used many times: drizzle builds its text at the first use,
 * later ones only fill its values in. For what every turn sends; building costs more than sending.
 */
export class SqlTemplate<V extends object> {
  private readonly build: (slot: Slot<V>) => SQLWrapper;
  private compiled: { shape: SqlShape; slots: unknown[] } | null = null;

  constructor(build: (slot: Slot<V>) => SQLWrapper) {
    this.build = build;
  }

  fill(values: V): FilledSql {
    this.compiled ??= this.compile();
    const { shape, slots } = this.compiled;
    return new FilledSql(
      shape,
      slots.map((slot) => filledSlot(slot, values as Record<string, unknown>)),
    );
  }

  private compile() {
    const { sql: text, params } = dialect.sqlToQuery(
      this.build((name) => sql.placeholder(name)).getSQL(),
    );
    return { shape: new SqlShape(text.split(/\$\d+/)), slots: params };
  }
}

let shapes = 0;

/** The text of a statement around its values, which are counted afresh wherever it is put. */
export class SqlShape {
  readonly id = shapes++;
  readonly parts: string[];
  private text: string | null = null;

  constructor(parts: string[]) {
    this.parts = parts;
  }

  numbered(): string {
    this.text ??= this.parts.reduce((text, part, i) => `${text}$${i}${part}`);
    return this.text;
  }
}

/** A template with its values: goes wherever SQL does. */
export class FilledSql implements SQLWrapper {
  readonly shape: SqlShape;
  readonly params: unknown[];

  constructor(shape: SqlShape, params: unknown[]) {
    this.shape = shape;
    this.params = params;
  }

  getSQL(): SQL {
    const [first = '', ...rest] = this.shape.parts;
    const chunks = rest.flatMap((part, i) => [sql.param(this.params[i]), sql.raw(part)]);
    return sql.join([sql.raw(first), ...chunks]);
  }

  query(): SentQuery {
    return { text: this.shape.numbered(), params: this.params };
  }
}

/** Any statement, ready to be sent. */
export function queryOf(statement: SQLWrapper): SentQuery {
  if (statement instanceof FilledSql) return statement.query();
  const { sql: text, params } = dialect.sqlToQuery(statement.getSQL());
  return { text, params };
}

function filledSlot(slot: unknown, values: Record<string, unknown>): unknown {
  if (is(slot, Placeholder)) return values[slot.name] ?? null;
  if (is(slot, Param) && is(slot.value, Placeholder)) {
    const value = values[slot.value.name] ?? null;
    return value === null ? null : slot.encoder.mapToDriverValue(value);
  }
  return slot;
}
