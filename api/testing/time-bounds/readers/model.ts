import type { ChatCompletionChunk } from 'openai/resources/chat/completions';
import { FACTS } from '../../../assistant/guided/testing/demo-facts.ts';
import { handoverWords } from '../../../assistant/handover-words.ts';
import { ChunkPattern } from '../../../assistant/model/chunk-pattern.ts';
import { buildMessages, inputTokensAtMost } from '../../../assistant/model/prompt.ts';
import { readEvents } from '../../../assistant/model/read-events.ts';
import { runToolCall } from '../../../assistant/model/run-tool-call.ts';
import { stripHidden } from '../../../assistant/model/strip-hidden.ts';
import { TextQueue } from '../../../assistant/text-queue.ts';
import type { Reader } from '../measure.ts';

const LONGEST = 20_000;
const HISTORY_MESSAGES = 60;
const encoder = new TextEncoder();

/** A body that comes in pieces of so many bytes. */
function bodyOf(text: string, pieceLength: number): ReadableStream<Uint8Array> {
  const bytes = encoder.encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, at + pieceLength));
      at += pieceLength;
    },
  });
}

const eventsIn = (text: string, pieceLength: number) =>
  readEvents(bodyOf(text, pieceLength), {
    signal: new AbortController().signal,
    stepMs: null,
    onData: () => {},
    onRead: () => true,
  });

function chunksOf(text: string): void {
  const pattern = new ChunkPattern();
  const chunk = { choices: [{ delta: { content: text } }] } as ChatCompletionChunk;
  for (const content of [text, text.slice(0, 9), text.slice(0, 99)]) {
    pattern.learn(JSON.stringify(chunk), chunk, content);
    pattern.textOf(text);
    pattern.textOf(JSON.stringify(chunk));
  }
}

function prompt(text: string): void {
  const history = Array.from({ length: HISTORY_MESSAGES }, (_, at) => ({
    role: at % 2 ? ('assistant' as const) : ('visitor' as const),
    text,
  }));
  inputTokensAtMost(buildMessages({ facts: FACTS, history, text, intake: null, quotes: [] }));
}

async function queue(text: string): Promise<void> {
  const waiting = new TextQueue();
  for (const letter of text) waiting.push(letter);
  await waiting.next();
}

const TOOLS = {
  getQuote: async () => ({ ok: false as const, problem: '', missing: [] }),
  saveCustomerDetails: async () => ({ saved: [] }),
  requestHuman: async () => {},
};

async function toolCalls(text: string): Promise<void> {
  const said = text.toWellFormed();
  const values = { service: said, name: said, email: said, reason: said, inputs: { [said]: said } };
  for (const name of ['get_quote', 'save_customer_details', 'request_human', text]) {
    for (const args of [text, JSON.stringify(values)]) {
      await runToolCall({ id: '1', name, args }, TOOLS, 'en');
    }
  }
}

/** Everything that reads what a model's provider sends, or writes a prompt, but for the guards. */
export function modelReaders(): Reader[] {
  const reader = (name: string, read: Reader['read']): Reader => ({ name, read, longest: LONGEST });
  return [
    reader('model: events, pieces of 4', (text) => eventsIn(text, 4)),
    reader('model: events, one long line', (text) => eventsIn(text.replaceAll('\n', ' '), 5)),
    reader('model: events', (text) => eventsIn(text, 4_096)),
    reader('model: chunks', chunksOf),
    reader('model: prompt', prompt),
    reader('model: tool calls', toolCalls),
    reader('model: hidden characters', stripHidden),
    reader('model: hand-over words', (text) => handoverWords(text, 'en')),
    reader('model: text queue', queue),
  ];
}
