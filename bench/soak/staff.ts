import { setTimeout as sleep } from 'node:timers/promises';
import { staffClient } from '../../e2e/support/staff-client.ts';
import { HttpClient } from '../traffic/http-client.ts';
import { failureName, SystemError } from '../traffic/system.ts';

const EVERY_MS = 2_000;

export interface StaffLog {
  customersMs: number[];
  failures: string[];
}

/** A member of staff whose dashboard reads customers and inbox again and again until the signal aborts. */
export async function pollAsStaff(url: string, signal: AbortSignal, log: StaffLog): Promise<void> {
  const client = new HttpClient(url);
  const headers = { Cookie: (await staffClient(url)).cookie };
  const get = async (path: string) => {
    const { status, totalMs } = await client.send({ method: 'GET', path, headers });
    if (status !== 200) throw new SystemError(`${path}: ${status}`);
    return totalMs;
  };
  while (!signal.aborted) {
    try {
      log.customersMs.push(await get('/api/customers'));
      await get('/api/conversations');
    } catch (error) {
      log.failures.push(failureName(error));
    }
    await sleep(EVERY_MS);
  }
  client.close();
}
