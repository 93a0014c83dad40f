import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Migration } from './plan.ts';

/** Line endings do not count: git may have changed them on checkout. */
function checksumOf(sql: string): string {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
}

/**
 * Reads every NNNN_name.sql of the folder, sorted by number.
 * @throws Error when a number occurs twice or a .sql file is named otherwise
 */
export function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  const seen = new Map<number, string>();
  return files.sort().map((file) => {
    const [, digits, name] = /^(\d{4})_([a-z0-9_-]+)\.sql$/.exec(file) ?? [];
    if (!digits || !name) throw new Error(`${file} is not named NNNN_why.sql`);
    const version = Number(digits);
    const twin = seen.get(version);
    if (twin) throw new Error(`${twin} and ${file} have the same number`);
    seen.set(version, file);
    const sql = readFileSync(join(folder, file), 'utf8');
    return { version, name, file, sql, checksum: checksumOf(sql) };
  });
}
