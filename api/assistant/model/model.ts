import OpenAI from 'openai';
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import type { AssistantTools, TurnInput } from '../assistant.ts';
import type { AttemptLedger, AttemptRefusal, AttemptStart } from './attempt-ledger.ts';
import { LeakGuard, wordRuns } from './leak-guard.ts';
import { ModelCall, type Provider } from './model-call.ts';
import { MODEL_LIMITS, type ModelLimits } from './model-limits.ts';
import {
  buildMessages,
  inputTokensAtMost,
  inputTokensLikely,
  inputTokensUnseen,
} from './prompt.ts';
import { runToolCall } from './run-tool-call.ts';
import { type BuiltRequest, buildRequest } from './send-request.ts';
import { stripHidden } from './strip-hidden.ts';
import { RULES } from './system-text.ts';
import type { ToolCall } from './tool-call.ts';
import { TOOLS } from './tool-definitions.ts';

export interface ModelSettings {
  apiKey: string;
  /** Of a server that speaks chat completions; OpenAI's own unless given. */
  baseUrl?: string | undefined;
  model: string;
  /** Sends the requests; the global one unless given. */
  fetch?: typeof fetch | undefined;
}

/** How a turn with the model ended; anything but `answered` and `aborted` is for somebody else to finish. */
export interface ModelEnd {
  ended: 'answered' | 'aborted' | 'failed' | AttemptRefusal;
  attempts: number;
}

const SECRET = wordRuns(RULES);

/** A turn under way. */
interface Run {
  readonly ledger: AttemptLedger;
  readonly signal: AbortSignal;
  attempts: number;
  said: boolean;
  say(piece: string): void;
}

/** What a turn's first call is made of. */
interface Prepared {
  messages: ChatCompletionMessageParam[];
  /** Built ahead, where there was time to. */
  request: Promise<BuiltRequest> | null;
}

/** A language model behind a chat completions server, with the assistant's tools. */
export class Model {
  private readonly client: OpenAI;
  private readonly name: string;
  private readonly limits: ModelLimits;
  private readonly fetch: typeof fetch | undefined;
  private readonly prepared = new WeakMap<TurnInput, Prepared>();
  private readonly provider: Provider = { closes: false, preamble: 0 };

  constructor(settings: ModelSettings, limits: ModelLimits = MODEL_LIMITS) {
    this.client = new OpenAI({
      apiKey: settings.apiKey,
      baseURL: settings.baseUrl || 'https://api.openai.com/v1',
      maxRetries: 0, // each attempt is a ledger row of its own
      logLevel: 'off', // the ledger says what happened
    });
    this.name = settings.model;
    this.limits = limits;
    this.fetch = settings.fetch;
  }

  /** A turn's first call, for reserving it beforehand; `text` alone where no turn is loaded yet. */
  firstStart(turn: TurnInput | { text: string }): AttemptStart {
    const inputEstimate =
      'history' in turn
        ? inputTokensAtMost(this.preparedFor(turn).messages)
        : inputTokensUnseen(turn.text);
    return this.start(1, inputEstimate);
  }

  /** Gets the turn's first call ready to be sent, so that less is left to do once it may be. */
  prepare(turn: TurnInput): void {
    const prepared = this.preparedFor(turn);
    prepared.request ??= this.build(prepared.messages, false);
    prepared.request.catch(() => {}); // heard when it is sent
  }

  /**
   * Passes the answer's text to `say` as the model writes it. Throws only what a tool or the ledger
   * throws.
   */
  async answer(
    turn: TurnInput,
    tools: AssistantTools,
    ledger: AttemptLedger,
    signal: AbortSignal,
    say: (text: string) => void,
  ): Promise<ModelEnd> {
    const { request, messages: first } = this.preparedFor(turn);
    const messages = first.slice();
    const leaks = new LeakGuard(SECRET);
    const run: Run = { ledger, signal, attempts: 0, said: false, say: () => {} };
    for (let round = 1; round <= this.limits.maxRounds; round++) {
      let held = run.said ? '\n\n' : ''; // with what nobody sees, until something visible follows
      run.say = (piece) => {
        held += piece;
        run.said ||= isVisible(held);
        if (!run.said) return;
        const text = leaks.push(held);
        held = '';
        if (text) say(text);
      };
      const built = round === 1 ? request : null;
      const call = await this.callWithRetry(messages, round === this.limits.maxRounds, run, built);
      const calls = call instanceof ModelCall && call.outcome === 'ok' ? call.toolCalls() : [];
      if (!(call instanceof ModelCall) || calls.length === 0) {
        const rest = leaks.flush();
        if (rest) say(rest);
        return { ended: endOf(call, run.said), attempts: run.attempts };
      }
      messages.push(...(await answered(call, calls, tools, turn.facts.locale)));
      if (signal.aborted) return { ended: 'aborted', attempts: run.attempts };
    }
    return { ended: 'failed', attempts: run.attempts };
  }

  /** One request, sent again once when it failed before it said anything and may do better. */
  private async callWithRetry(
    messages: ChatCompletionMessageParam[],
    last: boolean,
    run: Run,
    built: Promise<BuiltRequest> | null,
  ): Promise<ModelCall | AttemptRefusal> {
    const request = built ?? this.build(messages, last);
    const likely = inputTokensLikely(messages);
    const atMost = inputTokensAtMost(messages);
    for (let tries = 1; ; tries++) {
      const opened = await run.ledger.open(this.start(run.attempts + 1, atMost));
      if (!opened.ok) return opened.reason;
      run.attempts++;
      const call = new ModelCall();
      const { provider, limits, fetch } = this;
      const { signal, say } = run;
      await call.run(request, { provider, limits, signal, fetch, say });
      run.ledger.close(opened.id, call.result(likely));
      if (tries > 1 || !call.retryable || call.sawToken) return call;
      const pauseMs = call.retryAfterMs ?? this.limits.retryPauseMs;
      if (pauseMs > this.limits.retryPauseMaxMs || !(await paused(pauseMs, run.signal)))
        return call;
    }
  }

  private start(attempt: number, inputEstimate: number): AttemptStart {
    const { maxOutputTokens } = this.limits;
    return { model: this.name, attempt, inputEstimate, maxOutputTokens };
  }

  private build(messages: ChatCompletionMessageParam[], last: boolean): Promise<BuiltRequest> {
    return buildRequest(this.client, {
      model: this.name,
      messages: messages.slice(),
      tools: TOOLS,
      tool_choice: last ? 'none' : 'auto',
      max_completion_tokens: this.limits.maxOutputTokens,
      stream: true,
      stream_options: { include_usage: true },
    });
  }

  private preparedFor(turn: TurnInput): Prepared {
    const known = this.prepared.get(turn);
    if (known) return known;
    const prepared = { messages: buildMessages(turn), request: null };
    this.prepared.set(turn, prepared);
    return prepared;
  }
}

const isVisible = (text: string): boolean => stripHidden(text).trim() !== '';

function endOf(call: ModelCall | AttemptRefusal, said: boolean): ModelEnd['ended'] {
  if (!(call instanceof ModelCall)) return call;
  if (call.outcome === 'aborted') return 'aborted';
  return call.outcome === 'ok' && said ? 'answered' : 'failed';
}

/** What goes back to the model after its calls, which are carried out side by side. */
async function answered(
  call: ModelCall,
  calls: ToolCall[],
  tools: AssistantTools,
  locale: string,
): Promise<ChatCompletionMessageParam[]> {
  const results = await Promise.all(
    calls.map(async (one): Promise<ChatCompletionMessageParam> => {
      const content = await runToolCall(one, tools, locale);
      return { role: 'tool', tool_call_id: one.id, content };
    }),
  );
  const tool_calls = calls.map(({ id, name, args }) => ({
    id,
    type: 'function' as const,
    function: { name, arguments: args },
  }));
  return [{ role: 'assistant', content: call.text || null, tool_calls }, ...results];
}

/** Waits; false when the signal was aborted meanwhile. */
function paused(ms: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve(!signal.aborted);
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted) done();
  });
}
