import { appUrl, migrate } from '../db/migrate.ts';
import { PlainError } from '../db/plain-error.ts';
import { runCommand } from './run-command.ts';
import { readSettings } from './start/settings.ts';

/**
 * Migrates the database that DATABASE_URL names (its owner's connection string). With --app-url
 * it then prints the runtime role's connection string, and nothing else, for Hyperdrive.
 */
await runCommand(async () => {
  const { databaseUrl } = readSettings(process.env, process.cwd());
  if (!databaseUrl) throw new PlainError('set DATABASE_URL to the database to migrate.');
  const applied = await migrate(databaseUrl);
  if (process.argv.includes('--app-url')) console.log(appUrl(databaseUrl));
  else console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'Nothing to apply.');
});
