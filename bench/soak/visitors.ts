import { setTimeout as sleep } from 'node:timers/promises';
import { MESSAGE, MESSAGES_PER_VISIT } from '../traffic/come-and-go.ts';
import { failureName } from '../traffic/system.ts';
import type { TradeSphere, TradeSphereChat } from '../traffic/tradesphere.ts';
import type { Entry } from '../traffic/traffic-log.ts';
import { hostileText } from './hostile-text.ts';

const THINK_MS = 1_000; // from half of it to half as much again
const SHARE_ABANDONED = 0.05;
const SHARE_RESUMED = 0.5; // of those: the others never come back
const SHARE_HOSTILE = 0.02;

/** Visitors who come and go until the signal aborts, some of them in the middle of an answer. */
export async function soakVisitors(
  system: TradeSphere,
  visitors: number,
  signal: AbortSignal,
  log: Entry[],
): Promise<void> {
  const one = async () => {
    await sleep(Math.random() * THINK_MS * MESSAGES_PER_VISIT);
    while (!signal.aborted) await visit(system, signal, log);
  };
  await Promise.all(Array.from({ length: visitors }, one));
}

async function visit(system: TradeSphere, signal: AbortSignal, log: Entry[]): Promise<void> {
  const startedAt = performance.now();
  try {
    const chat = await system.open();
    log.push({ kind: 'session', startedAt, endedAt: performance.now() });
    for (let i = 0; i < MESSAGES_PER_VISIT && !signal.aborted; i++) {
      if (!(await message(chat, log))) return;
      await sleep(THINK_MS * (0.5 + Math.random()));
    }
  } catch (error) {
    log.push({ kind: 'failure', startedAt, endedAt: performance.now(), what: failureName(error) });
    await sleep(THINK_MS);
  }
}

/** @returns whether the visitor stays */
async function message(chat: TradeSphereChat, log: Entry[]): Promise<boolean> {
  const text = Math.random() < SHARE_HOSTILE ? hostileText() : MESSAGE;
  if (Math.random() < SHARE_ABANDONED) {
    const left = await chat.abandon(text);
    if (Math.random() >= SHARE_RESUMED) return false;
    await chat.resume(left);
    return true;
  }
  const startedAt = performance.now();
  const firstTokenMs = await chat.send(text);
  log.push({ kind: 'message', startedAt, endedAt: performance.now(), firstTokenMs });
  return true;
}
