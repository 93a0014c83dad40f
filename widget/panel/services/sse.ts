export interface Frame {
  id: string;
  event: string;
  data: string;
}

/** Reads `text/event-stream` text piece by piece; frames may break anywhere, comments are skipped. */
export function createSseParser(onFrame: (frame: Frame) => void): (text: string) => void {
  let rest = '';
  let frame: Frame = { id: '', event: '', data: '' };

  const take = (line: string) => {
    if (!line) {
      if (frame.data) onFrame(frame);
      frame = { id: '', event: '', data: '' };
      return;
    }
    const [, field, value] = /^([^:]*):? ?(.*)$/s.exec(line) as unknown as [string, string, string];
    if (field === 'data') frame.data += (frame.data && '\n') + value;
    else if (field === 'id' || field === 'event') frame[field] = value;
  };

  return (text) => {
    // A CR at the end may be half of a CRLF: it waits for what follows.
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  };
}

/**
 * Reads a response's events to its end. `onActivity` is called for each chunk, comments too, so
 * that a caller can tell a quiet stream from a dead one.
 */
export async function readFrames(
  body: ReadableStream<Uint8Array>,
  onFrame: (frame: Frame) => void,
  onActivity: () => void = () => {},
): Promise<void> {
  const parse = createSseParser(onFrame);
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onActivity();
    parse(decoder.decode(value, { stream: true }));
  }
}
