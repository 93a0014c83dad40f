import OpenAI from 'openai';
import type { ChatCompletionChunk, ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions';
import type { AttemptResult } from './attempt-ledger.ts';
import type { ModelLimits } from './model-limits.ts';
import { type ToolCall, ToolCallParts } from './tool-call.ts';
import { Watchdog } from './watchdog.ts';

const ESTIMATED_BYTES_PER_TOKEN = 4; // English and Spanish prose

/**
 * One dispatched request. `stream` yields its text; afterwards, or when it was left early, the fields say
 * how it ended. It never throws: a failure is an outcome.
 */
export class ModelCall {
  outcome: AttemptResult['outcome'] = 'aborted';
  /** Whether the same request may do better when sent again. */
  retryable = false;
  /** What a provider that is too busy asks for; null when it does not say. */
  retryAfterMs: number | null = null;
  text = '';
  private readonly parts = new ToolCallParts();
  private readonly startedAt = performance.now();
  private endedAt: number | null = null;
  private firstTokenAt: number | null = null;
  private modelAnswered: string | null = null;
  private usage: unknown = null;
  private finish: string | null = null;
  /** The provider refused before it did any work. */
  private refused = false;
  private timedOut = false;

  async *stream(
    client: OpenAI,
    request: ChatCompletionCreateParamsStreaming,
    limits: ModelLimits,
    signal: AbortSignal,
  ): AsyncGenerator<string, void> {
    const controller = new AbortController();
    const abort = () => controller.abort();
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    const watchdog = new Watchdog(limits.firstTokenMs, limits.silenceMs, () => {
      this.timedOut = true;
      abort();
    });
    try {
      const chunks = await client.chat.completions.create(request, { signal: controller.signal });
      for await (const chunk of chunks) {
        const text = this.take(chunk, watchdog);
        if (text) yield text;
      }
      this.ended(signal, null);
    } catch (error) {
      this.ended(signal, error);
    } finally {
      this.endedAt = performance.now();
      watchdog.stop();
      signal.removeEventListener('abort', abort);
      abort(); // lets go of the connection when the answer was left early
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
    const written = this.text.length + this.parts.list().reduce((n, { args }) => n + args.length, 0);
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

  /** Reads one chunk; returns its text. What a chunk lacks is left alone: servers differ. */
  private take(chunk: ChatCompletionChunk, watchdog: Watchdog): string {
    if (typeof chunk !== 'object' || chunk === null) return '';
    if (chunk.usage) this.usage = chunk.usage;
    if (chunk.model) this.modelAnswered = String(chunk.model);
    const choice = chunk.choices?.[0];
    if (choice?.finish_reason) this.finish = choice.finish_reason;
    const delta = choice?.delta;
    const text = typeof delta?.content === 'string' ? delta.content : '';
    const parts = Array.isArray(delta?.tool_calls) ? delta.tool_calls : [];
    if (!text && parts.length === 0) {
      if (this.firstTokenAt !== null) watchdog.heard();
      return '';
    }
    watchdog.heard();
    this.firstTokenAt ??= performance.now();
    this.text += text;
    this.parts.add(parts);
    return text;
  }

  /** The SDK ends an aborted stream without an exception, and a cut one too where the runtime does. */
  private ended(signal: AbortSignal, error: unknown): void {
    if (this.timedOut) this.outcome = 'timeout';
    else if (signal.aborted) this.outcome = 'aborted';
    else if (error) this.failed(error);
    else if (this.finish || (this.usage && this.sawToken)) this.outcome = 'ok';
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
