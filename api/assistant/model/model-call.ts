import OpenAI from 'openai';
import type { ChatCompletionChunk } from 'openai/resources/chat/completions';
import { AnswerFull } from '../assistant.ts';
import type { AttemptResult } from './attempt-ledger.ts';
import { ChunkPattern } from './chunk-pattern.ts';
import type { ModelLimits } from './model-limits.ts';
import { readEvents } from './read-events.ts';
import { type BuiltRequest, sendRequest } from './send-request.ts';
import { stepMsUnderLoad } from './step-reader.ts';
import { type ToolCall, ToolCallParts } from './tool-call.ts';
import { Watchdog } from './watchdog.ts';

const ESTIMATED_BYTES_PER_TOKEN = 4; // English and Spanish prose

/** Streams that this isolate is reading. */
let streams = 0;

/** What is known of the server at the other end. */
export interface Provider {
  /** It ends the connection with the answer, so that waiting for a step's bytes never waits in vain. */
  closes: boolean;
  /** The fewest bytes that it has sent before an answer's first token; 0 while nothing is known. */
  preamble: number;
}

/** How a request is sent. */
export interface Sending {
  provider: Provider;
  limits: ModelLimits;
  signal: AbortSignal;
  /** The global one unless given. */
  fetch?: typeof fetch | undefined;
  say(text: string): void;
}

/**
 * One dispatched request. After `run` its fields say how it ended; it never throws: a failure is an
 * outcome.
 */
export class ModelCall {
  outcome: AttemptResult['outcome'] = 'aborted';
  /** Whether the same request may do better when sent again. */
  retryable = false;
  /** What a provider that is too busy asks for; null when it does not say. */
  retryAfterMs: number | null = null;
  text = '';
  private readonly parts = new ToolCallParts();
  private readonly pattern = new ChunkPattern();
  private readonly startedAt = performance.now();
  private endedAt: number | null = null;
  private firstTokenAt: number | null = null;
  private modelAnswered: string | null = null;
  private usage: unknown = null;
  private finish: string | null = null;
  /** The provider refused before it did any work. */
  private refused = false;
  private timedOut = false;

  /** Sends the request and passes the answer's text to `say` as it comes. */
  async run(request: Promise<BuiltRequest>, sending: Sending): Promise<void> {
    const { limits, signal } = sending;
    const controller = new AbortController();
    const abort = () => controller.abort();
    let usageWait: ReturnType<typeof setTimeout> | undefined;
    const stop = () => {
      if (signal.reason instanceof AnswerFull) usageWait = setTimeout(abort, limits.usageWaitMs);
      else abort();
    };
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) abort();
    const watchdog = new Watchdog(limits.firstTokenMs, limits.silenceMs, () => {
      this.timedOut = true;
      sending.provider.closes = false; // it may have waited for the rest of a step
      abort();
    });
    let done = false;
    try {
      const response = await sendRequest(await request, controller.signal, sending.fetch);
      done = await this.read(response, controller.signal, watchdog, sending);
      this.ended(signal, null, done);
    } catch (error) {
      this.ended(signal, error, false);
    } finally {
      this.endedAt = performance.now();
      if (!done) watchdog.stop(); // it also watches over the end of the connection
      clearTimeout(usageWait);
      signal.removeEventListener('abort', stop);
    }
  }

  get sawToken(): boolean {
    return this.firstTokenAt !== null;
  }

  toolCalls(): ToolCall[] {
    return this.parts.list();
  }

  /** For the ledger. A provider that refused has done no work and bills none. */
  result(inputTokensLikely: number): AttemptResult {
    const written =
      this.text.length + this.parts.list().reduce((n, { args }) => n + args.length, 0);
    return {
      outcome: this.outcome,
      modelAnswered: this.modelAnswered,
      usage: this.usage,
      estimate: {
        inputTokens: this.refused ? 0 : inputTokensLikely,
        outputTokens: Math.ceil(written / ESTIMATED_BYTES_PER_TOKEN),
      },
      latencyMs: (this.endedAt ?? performance.now()) - this.startedAt,
      firstTokenMs: this.firstTokenAt === null ? null : this.firstTokenAt - this.startedAt,
    };
  }

  /** What came in one read is said in one piece. */
  private async read(
    response: Response,
    signal: AbortSignal,
    watchdog: Watchdog,
    { say, provider, limits }: Sending,
  ): Promise<boolean> {
    if (!response.body) return false;
    let text = '';
    let spoke = false;
    const sayIt = () => {
      if (text) say(text);
      text = '';
    };
    streams++;
    return readEvents(response.body, {
      signal,
      stepMs: provider.closes ? stepMsUnderLoad(limits.stepMs, streams) : null,
      preamble: provider.preamble,
      onData: (data, at) => {
        const first = !this.sawToken;
        text += this.take(data);
        spoke = true;
        if (first && this.sawToken) provider.preamble = Math.min(provider.preamble || at, at);
      },
      onRead: () => {
        sayIt();
        if (spoke && this.sawToken) watchdog.heard(); // what only keeps the connection open is silence
        spoke = false;
        return this.sawToken;
      },
      onDrained: (closed) => {
        watchdog.stop();
        provider.closes = closed;
      },
    }).finally(() => {
      streams--;
      sayIt();
    });
  }

  /** Reads one chunk; returns its text. What a chunk lacks is left alone: servers differ. */
  private take(data: string): string {
    const text = this.pattern.textOf(data) ?? this.parse(data);
    if (text) this.firstTokenAt ??= performance.now();
    this.text += text;
    return text;
  }

  private parse(data: string): string {
    const chunk: (ChatCompletionChunk & { error?: unknown }) | null = JSON.parse(data);
    if (typeof chunk !== 'object' || chunk === null) return '';
    if (chunk.error) throw new Error('the provider reported an error in its stream');
    if (chunk.usage) this.usage = chunk.usage;
    if (chunk.model) this.modelAnswered = String(chunk.model);
    const choice = chunk.choices?.[0];
    if (choice?.finish_reason) this.finish = choice.finish_reason;
    const delta = choice?.delta;
    const text = typeof delta?.content === 'string' ? delta.content : '';
    const parts = Array.isArray(delta?.tool_calls) ? delta.tool_calls : [];
    if (parts.length > 0) this.firstTokenAt ??= performance.now();
    this.parts.add(parts);
    this.pattern.learn(data, chunk, text);
    return text;
  }

  /** An aborted stream ends without an exception, and in some runtimes a cut one does too. */
  private ended(signal: AbortSignal, error: unknown, done: boolean): void {
    if (this.timedOut) this.outcome = 'timeout';
    else if (signal.aborted) this.outcome = 'aborted';
    else if (error) this.failed(error);
    else if (done || this.finish) this.outcome = 'ok';
    else this.failed(new Error('the stream ended before the answer did'));
  }

  private failed(error: unknown): void {
    const status = error instanceof OpenAI.APIError ? error.status : undefined;
    this.outcome = status === 429 ? 'rate_limited' : 'error';
    this.refused = status !== undefined;
    this.retryable = status === undefined || status === 429 || status >= 500;
    if (error instanceof OpenAI.APIError) this.retryAfterMs = retryAfterMs(error.headers);
  }
}

function retryAfterMs(headers: Headers | undefined): number | null {
  const seconds = Number.parseFloat(headers?.get('retry-after') ?? '');
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null;
}
