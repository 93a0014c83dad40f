import type { Chat, System } from './systems.ts';

export interface LoadResult {
  /** Milliseconds from sending to the first word, one for each turn. */
  firstTokenMs: number[];
  /** Wall time of all turns. */
  seconds: number;
  turns: number;
  /** Turns whose text was not what the model said, or that failed. */
  wrong: number;
}

const ANSWER_MS = 350; // about what the mock model takes for one

/**
 * A closed loop: each chat asks again as soon as it has been answered. They begin one after the other, spread
 * over the length of an answer: people do not type in step.
 */
export async function load(chats: Chat[], turns: number, expected: string): Promise<LoadResult> {
  const result: LoadResult = { firstTokenMs: [], seconds: 0, turns, wrong: 0 };
  let left = turns;
  const began = performance.now();
  await Promise.all(
    chats.map(async (chat, i) => {
      await pause((i / chats.length) * ANSWER_MS);
      while (left-- > 0) await oneTurn(chat, expected, result);
    }),
  );
  result.seconds = (performance.now() - began) / 1000;
  return result;
}

/** As many open chats as asked for, each past its first turn: connected and warm. */
export async function openChats(system: System, count: number): Promise<Chat[]> {
  const chats: Chat[] = [];
  for (let i = 0; i < count; i += 20) {
    const some = Array.from({ length: Math.min(20, count - i) }, () => system.open());
    const opened = await Promise.all(some);
    await Promise.all(opened.map(async (chat) => (await chat.ask('Hello')).text()));
    chats.push(...opened);
  }
  return chats;
}

async function oneTurn(chat: Chat, expected: string, result: LoadResult): Promise<void> {
  const sent = performance.now();
  try {
    const response = await chat.ask('Can you help with my yard?');
    const decoder = new TextDecoder();
    let raw = '';
    let first = 0;
    for await (const chunk of response.body ?? []) {
      raw += decoder.decode(chunk, { stream: true });
      if (!first && raw.includes(chat.firstToken)) first = performance.now() - sent;
    }
    if (first) result.firstTokenMs.push(first);
    if (chat.textOf(raw) !== expected) result.wrong++;
  } catch {
    result.wrong++;
  }
}

/** The middle of the sorted values. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
