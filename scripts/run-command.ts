import { messageOf, PlainError } from '../db/plain-error.ts';

/**
 * Runs a command's main function. A PlainError is told as its one sentence, anything else with its
 * stack; both end with exit code 1.
 */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  // `npm start | head`: that whoever read us has gone is no reason to fall over in mid-stop.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  try {
    await main();
  } catch (error) {
    if (error instanceof PlainError) console.error(`\nTradeSphere: ${messageOf(error)}`);
    else console.error('\nTradeSphere stopped on an unexpected error:', error);
    process.exitCode = 1;
  }
}
