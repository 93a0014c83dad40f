import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new temporary folder that the database's user can enter, which differs from us for root. */
export function scratchFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `tradesphere-${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}
