import { PlainError } from '../plain-error.ts';

/** One file of db/migrations. */
export interface Migration {
  version: number;
  name: string;
  file: string;
  sql: string;
  checksum: string;
}

/** One row of schema_migrations. */
export interface AppliedMigration {
  version: number;
  name: string;
  checksum: string;
}

/**
 * Which files still have to be applied, in order.
 * @throws PlainError when the database knows more than the files, or something else than them
 */
export function planMigrations(files: Migration[], applied: AppliedMigration[]): Migration[] {
  const ordered = files.toSorted((a, b) => a.version - b.version);
  const byVersion = new Map(ordered.map((file) => [file.version, file]));
  const newest = ordered.at(-1)?.version ?? 0;
  const reached = applied.reduce((max, row) => Math.max(max, row.version), 0);
  if (reached > newest) {
    throw new PlainError(
      `The database has schema version ${reached}, but this TradeSphere knows only ${newest}; ` +
        'start a newer TradeSphere.',
    );
  }
  for (const row of applied) {
    const file = byVersion.get(row.version);
    if (file && file.checksum === row.checksum) continue;
    throw new PlainError(
      `Migration ${row.version} (${row.name}) was ${file ? 'changed' : 'removed'} after it was ` +
        'applied to this database; restore its file, or use an empty database ' +
        '(for the embedded one: another DATA_DIR).',
    );
  }
  const done = new Set(applied.map((row) => row.version));
  const pending = ordered.filter((file) => !done.has(file.version));
  const late = pending.find((file) => file.version < reached);
  if (late) {
    throw new PlainError(
      `Migration ${late.file} comes before version ${reached}, which this database already has; ` +
        'give it the next number.',
    );
  }
  return pending;
}
