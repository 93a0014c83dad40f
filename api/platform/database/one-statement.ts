import { type SQLWrapper, sql } from 'drizzle-orm';
import { FilledSql, SqlShape, SqlTemplate } from './sql-template.ts';
import type { TenantTx } from './tenant-db.ts';

/**
 * Joins writes that do not depend on each other's rows into one statement, so that a whole batch is
 * one message to Postgres. No two of them may touch the same row. It returns one row with the values
 * of `select`, each under its name.
 */
export function oneStatement(
  writes: SQLWrapper[],
  select: Record<string, SQLWrapper> = {},
): SQLWrapper {
  if (Object.keys(select).length === 0) return oneStatement(writes, { done });
  const all = [...writes, ...Object.values(select)];
  if (all.every((piece) => piece instanceof FilledSql)) {
    return new FilledSql(
      joinedShape(all, Object.keys(select)),
      all.flatMap(({ params }) => params),
    );
  }
  const values = Object.entries(select).map(
    ([name, value]) => sql`${value} as ${sql.identifier(name)}`,
  );
  const picked = sql`select ${sql.join(values, sql`, `)}`;
  if (writes.length === 0) return picked;
  const parts = writes.map((write, i) => sql`${sql.raw(`w${i}`)} as (${write.getSQL()})`);
  return sql`with ${sql.join(parts, sql`, `)} ${picked}`;
}

const done = new SqlTemplate(() => sql`1`).fill({});

const joinedShapes = new Map<string, SqlShape>();

/** The text of templates joined, which is put together once for each combination. */
function joinedShape(pieces: FilledSql[], names: string[]): SqlShape {
  const key = [...pieces.map(({ shape }) => shape.id), ...names].join();
  const known = joinedShapes.get(key);
  if (known) return known;
  const writes = pieces.slice(0, pieces.length - names.length);
  const parts = [''];
  const add = (text: string) => parts.push((parts.pop() ?? '') + text);
  const addPiece = ({
    shape: {
      parts: [first = '', ...rest],
    },
  }: FilledSql) => {
    add(first);
    parts.push(...rest);
  };
  writes.forEach((write, i) => {
    add(`${i === 0 ? 'with ' : ', '}w${i} as (`);
    addPiece(write);
    add(')');
  });
  names.forEach((name, i) => {
    add(i === 0 ? ' select ' : ', ');
    addPiece(pieces[writes.length + i] as FilledSql);
    add(` as "${name}"`);
  });
  const shape = new SqlShape(parts);
  joinedShapes.set(key, shape);
  return shape;
}

/**
 * Sends a statement with its values written into the text. A statement that a connection has not seen
 * is described first, which costs a round trip that a parameterless one saves: meant for rare shapes.
 */
export function executeInline<Row extends Record<string, unknown>>(
  tx: TenantTx,
  statement: SQLWrapper,
) {
  return tx.execute<Row>(sql`${statement}`.inlineParams());
}
