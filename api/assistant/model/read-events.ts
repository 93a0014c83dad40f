const DRAIN_MS = 1_000; // how long a connection may take to end after the answer has; then it is dropped

/**
 * Reads server-sent events of a chat completion: `onData` gets each event's data, `onRead` is called when
 * all that came in one piece has been told. Resolves true when the answer said that it is done, false
 * when the stream just ended or `signal` was aborted. One decoder and no generators: this is the hot
 * path of every answer (the SDK's stream takes three times the CPU).
 */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  onData: (data: string) => void,
  onRead: () => void,
): Promise<boolean> {
  const reader = body.getReader();
  const cancel = () => void reader.cancel().catch(() => {});
  signal.addEventListener('abort', cancel, { once: true });
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done || signal.aborted) return false;
      const text = rest + decoder.decode(value, { stream: true });
      let from = 0;
      for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
        const data = dataOf(text, from, to);
        from = to + 1;
        if (data === '[DONE]') {
          onRead();
          drain(reader);
          return true;
        }
        if (data) onData(data);
      }
      rest = text.slice(from);
      onRead();
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
function drain(reader: ReadableStreamDefaultReader<Uint8Array>): void {
  const late = setTimeout(() => void reader.cancel().catch(() => {}), DRAIN_MS);
  const read = (): Promise<void> => reader.read().then(({ done }) => (done ? undefined : read()));
  read()
    .catch(() => {})
    .finally(() => clearTimeout(late));
}
