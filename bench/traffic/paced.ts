import { setTimeout as sleep } from 'node:timers/promises';
import { MESSAGE, MESSAGES_PER_VISIT } from './come-and-go.ts';
import { type Chat, failureName, type System } from './system.ts';
import type { Entry } from './traffic-log.ts';

interface Pace {
  visitors: number;
  /** Each visitor sends one message in this time, at a moment of their own. */
  everyMs: number;
  signal: AbortSignal;
}

/**
 * Visitors who think: one message each `everyMs`, whether or not the system is slow. A visitor leaves
 * after five messages and another starts in that place; at the beginning they are anywhere in a visit.
 */
export async function paced(system: System, pace: Pace, log: Entry[]): Promise<void> {
  const { visitors, everyMs, signal } = pace;
  await Promise.all(
    Array.from({ length: visitors }, async (_, i) => {
      let due = performance.now() + Math.random() * everyMs;
      let chat: Chat | null = null;
      let left = 1 + (i % MESSAGES_PER_VISIT);
      for (; ; due += everyMs) {
        await sleep(Math.max(0, due - performance.now()), undefined, { signal }).catch(() => {});
        if (signal.aborted) return;
        chat = await oneMessage(system, chat, log);
        if (--left > 0) continue;
        chat = null;
        left = MESSAGES_PER_VISIT;
      }
    }),
  );
}

/** @returns the chat to go on with: null after a failure, so that the next message opens another */
async function oneMessage(system: System, known: Chat | null, log: Entry[]): Promise<Chat | null> {
  let startedAt = performance.now();
  try {
    const chat = known ?? (await system.open());
    if (!known) log.push({ kind: 'session', startedAt, endedAt: performance.now() });
    startedAt = performance.now();
    const firstTokenMs = await chat.send(MESSAGE);
    log.push({ kind: 'message', startedAt, endedAt: performance.now(), firstTokenMs });
    return chat;
  } catch (error) {
    log.push({ kind: 'failure', startedAt, endedAt: performance.now(), what: failureName(error) });
    return null;
  }
}
