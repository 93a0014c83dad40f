const BUFFER_BYTES = 8_192;
const STEP_BYTES_MAX = 4_096; // no more is ever waited for, however fast a stream was a moment ago
const STEP_GROWTH = 10; // an answer that has gone on for a second comes in steps of a tenth of it:
const STEPS_MAX = 1.25; // its reader is far behind by then; up to 100 ms still look like writing
const GROWTH_MAX = 3; // a burst must go on for some reads before it is trusted

/**
 * Reads a body in steps of about `stepMs` of its own pace, longer ones later: each read waits for as
 * many bytes as came in that time before, so that a fast stream costs a read for many pieces and a slow
 * one is read piece by piece. Of a stream that falls silent, at most one step is kept waiting. Without
 * `stepMs`, or where the runtime cannot, each piece is read as it comes. `preamble` says how many bytes
 * come before anything of use does: the first read waits for one more.
 */
export class StepReader {
  private readonly reader: ReadableStreamBYOBReader | ReadableStreamDefaultReader<Uint8Array>;
  private readonly stepMs: number;
  private preamble: number;
  private buffer = new ArrayBuffer(BUFFER_BYTES);
  private min = 1;
  private readAt = performance.now();
  /** When the first token had been seen. */
  private beganAt: number | null = null;

  constructor(body: ReadableStream<Uint8Array>, stepMs: number | null, preamble = 0) {
    this.reader = stepMs ? byobReaderOf(body) : body.getReader();
    this.stepMs = stepMs ?? 0;
    this.preamble = Math.min(preamble, STEP_BYTES_MAX);
  }

  /**
   * The next bytes, good until the next read; null at the end. `begun` says whether the first token has
   * been seen: until then nothing is waited for but the next piece.
   */
  async next(begun = true): Promise<Uint8Array | null> {
    if (this.reader instanceof ReadableStreamDefaultReader) {
      return (await this.reader.read()).value ?? null;
    }
    const view = new Uint8Array(this.buffer);
    const { value } = await this.reader.read(view, { min: begun ? this.min : this.preamble + 1 });
    this.preamble = 0;
    if (!value?.byteLength) return null;
    this.buffer = value.buffer;
    const now = performance.now();
    if (begun) this.beganAt ??= now;
    const stepMs = stepMsAfter(now - (this.beganAt ?? now), this.stepMs);
    this.min = stepBytes(value.byteLength, now - this.readAt, stepMs);
    this.readAt = now;
    return value;
  }

  cancel(): void {
    this.reader.cancel().catch(() => {});
  }
}

const STREAMS_AT_EASE = 20; // read at once by one isolate; beyond it, steps cost others their first token
const BUSY_STEPS_MAX = 2; // 160 ms, six steps a second: still faster than anybody reads

/** The length of a first step while so many streams are being read: longer steps leave time to others. */
export function stepMsUnderLoad(stepMs: number, streams: number): number {
  return stepMs * Math.min(BUSY_STEPS_MAX, Math.max(1, streams / STREAMS_AT_EASE));
}

/** The length of a step, `elapsedMs` after the first bytes. */
export function stepMsAfter(elapsedMs: number, firstStepMs: number): number {
  return Math.min(Math.max(firstStepMs, elapsedMs / STEP_GROWTH), firstStepMs * STEPS_MAX);
}

/** How many bytes to wait for, when the last read took `tookMs` for `gotBytes`. */
export function stepBytes(gotBytes: number, tookMs: number, stepMs: number): number {
  const atPace = (gotBytes / Math.max(tookMs, 1)) * stepMs;
  return Math.max(1, Math.floor(Math.min(atPace, gotBytes * GROWTH_MAX, STEP_BYTES_MAX)));
}

function byobReaderOf(body: ReadableStream<Uint8Array>) {
  try {
    return body.getReader({ mode: 'byob' });
  } catch {
    return body.getReader(); // not a stream of bytes
  }
}
