import { setTimeout as sleep } from 'node:timers/promises';
import { failureName, type System } from './system.ts';
import type { Entry } from './traffic-log.ts';

export const MESSAGES_PER_VISIT = 5;
export const MESSAGE = 'Can you help with my yard?';
/** About the length of an answer: a visitor who was refused must not turn into faster traffic. */
const AFTER_FAILURE_MS = 350;

interface Traffic {
  /** How many visitors are there at any time. */
  visitors: number;
  /** They begin spread over so many milliseconds. */
  rampMs: number;
  /** When it aborts, visitors finish the answer under way and leave. */
  signal: AbortSignal;
}

/**
 * Visitors who open a session, send five messages one after the other and leave; the next one starts
 * at once. Resolves when all have left.
 */
export async function comeAndGo(system: System, traffic: Traffic, log: Entry[]): Promise<void> {
  const { visitors, rampMs, signal } = traffic;
  await Promise.all(
    Array.from({ length: visitors }, async (_, i) => {
      await sleep((i / visitors) * rampMs);
      while (!signal.aborted) {
        if (!(await visit(system, signal, log))) await sleep(AFTER_FAILURE_MS);
      }
    }),
  );
}

/** One visitor; false if a request failed, which ends the visit. */
async function visit(system: System, signal: AbortSignal, log: Entry[]): Promise<boolean> {
  let startedAt = performance.now();
  try {
    const chat = await system.open();
    log.push({ kind: 'session', startedAt, endedAt: performance.now() });
    for (let i = 0; i < MESSAGES_PER_VISIT && !signal.aborted; i++) {
      startedAt = performance.now();
      const firstTokenMs = await chat.send(MESSAGE);
      log.push({ kind: 'message', startedAt, endedAt: performance.now(), firstTokenMs });
    }
    return true;
  } catch (error) {
    log.push({ kind: 'failure', startedAt, endedAt: performance.now(), what: failureName(error) });
    return false;
  }
}
