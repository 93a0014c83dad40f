import { StepReader } from './step-reader.ts';

interface EventReading {
  signal: AbortSignal;
  /** Gets each event's data, and how many characters of the body came before it. */
  onData(data: string, at: number): void;
  /** Called when all that came in one read has been told; returns whether there was a token by now. */
  onRead(): boolean;
  /** Called when the connection has ended behind a whole answer; `closed` is false where `signal` ended it. */
  onDrained?(closed: boolean): void;
  /** See StepReader; null to read each piece as it comes. */
  stepMs: number | null;
  /** See StepReader. */
  preamble?: number;
}

/**
 * Reads server-sent events of a chat completion. Resolves true when the answer said that it is done,
 * false when the stream just ended or the signal was aborted. One decoder and no generators: this is
 * the hot path of every answer (the SDK's stream takes three times the CPU).
 */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  { signal, onData, onRead, onDrained, stepMs, preamble }: EventReading,
): Promise<boolean> {
  const reader = new StepReader(body, stepMs, preamble);
  const cancel = () => reader.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  const decoder = new TextDecoder();
  let rest = '';
  let read = 0;
  const forget = () => signal.removeEventListener('abort', cancel);
  let begun = false;
  let done = false;
  try {
    for (;;) {
      const bytes = await reader.next(begun);
      if (bytes === null || signal.aborted) return false;
      const piece = decoder.decode(bytes, { stream: true });
      if (!piece.includes('\n')) {
        // Only joined, not searched again: a long line may come in thousands of pieces.
        rest += piece;
        if (rest.length > LINE_CHARACTERS_MAX) throw new Error('a line of the stream is too long');
        begun = onRead();
        continue;
      }
      const text = rest + piece;
      let from = 0;
      for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
        const data = dataOf(text, from, to);
        const at = read + from;
        from = to + 1;
        if (data === '[DONE]') {
          onRead();
          done = true;
          return done;
        }
        if (data) onData(data, at);
      }
      rest = text.slice(from);
      read += from;
      begun = onRead();
    }
  } catch (error) {
    cancel();
    throw error;
  } finally {
    if (!done) forget();
    else
      drain(reader).then(() => {
        forget();
        onDrained?.(!signal.aborted);
      });
  }
}

const LINE_CHARACTERS_MAX = 1_000_000; // a whole answer in one chunk takes a hundredth of it

/** The data of one line; '' for comments, blank lines and other fields. */
function dataOf(text: string, from: number, to: number): string {
  if (!text.startsWith('data:', from)) return '';
  return text.slice(from + 5, to).trim();
}

/** Lets the connection come to its end, so that it can be used again. */
async function drain(reader: StepReader): Promise<void> {
  while (await reader.next().catch(() => null));
}
