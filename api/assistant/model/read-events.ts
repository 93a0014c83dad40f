import { StepReader } from './step-reader.ts';

const DRAIN_MS = 1_000; // how long a connection may take to end after the answer has; then it is dropped

interface EventReading {
  signal: AbortSignal;
  /** Gets each event's data. */
  onData(data: string): void;
  /** Called when all that came in one read has been told; returns whether there was a token by now. */
  onRead(): boolean;
  /** Told whether the connection ended soon after the answer. */
  onDrained?(closed: boolean): void;
  /** See StepReader; null to read each piece as it comes. */
  stepMs: number | null;
}

/**
 * Reads server-sent events of a chat completion. Resolves true when the answer said that it is done,
 * false when the stream just ended or the signal was aborted. One decoder and no generators: this is
 * the hot path of every answer (the SDK's stream takes three times the CPU).
 */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  { signal, onData, onRead, onDrained, stepMs }: EventReading,
): Promise<boolean> {
  const reader = new StepReader(body, stepMs);
  const cancel = () => reader.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  const decoder = new TextDecoder();
  let rest = '';
  let begun = false;
  try {
    for (;;) {
      const bytes = await reader.next(begun);
      if (bytes === null || signal.aborted) return false;
      const text = rest + decoder.decode(bytes, { stream: true });
      let from = 0;
      for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
        const data = dataOf(text, from, to);
        from = to + 1;
        if (data === '[DONE]') {
          onRead();
          drain(reader, onDrained);
          return true;
        }
        if (data) onData(data);
      }
      rest = text.slice(from);
      begun = onRead();
    }
  } catch (error) {
    cancel();
    throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** The data of one line; '' for comments, blank lines and other fields. */
function dataOf(text: string, from: number, to: number): string {
  if (!text.startsWith('data:', from)) return '';
  return text.slice(from + 5, to).trim();
}

/** Lets the connection come to its end, so that it can be used again. */
function drain(reader: StepReader, onDrained: EventReading['onDrained']): void {
  let dropped = false;
  const late = setTimeout(() => {
    dropped = true;
    reader.cancel();
  }, DRAIN_MS);
  const read = (): Promise<void> => reader.next().then((bytes) => (bytes ? read() : undefined));
  read()
    .then(() => {
      onDrained?.(!dropped);
    })
    .catch(() => {})
    .finally(() => clearTimeout(late));
}
