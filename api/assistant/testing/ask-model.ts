import type { MockModel } from '../../../e2e/mock-model/start-mock-model.ts';
import type { AssistantTools, TurnInput } from '../assistant.ts';
import { Model } from '../model/model.ts';
import { MODEL_LIMITS, type ModelLimits } from '../model/model-limits.ts';
import { MemoryLedger, neverAborted, recordingTools, turn } from './turns.ts';

interface AskOptions {
  limits?: Partial<ModelLimits>;
  signal?: AbortSignal;
  tools?: AssistantTools;
  /** Has the first call built beforehand. */
  prepare?: boolean;
}

/** What the mock model says when nothing else is scripted. */
export const TEXT = 'Thanks for asking, we can surely help with that patio and';

/** A model on a mock server, with tools and a ledger that remember. */
export class AskedModel {
  readonly ledger = new MemoryLedger();
  readonly tools = recordingTools();
  mock: MockModel;

  constructor(mock: MockModel) {
    this.mock = mock;
  }

  async ask(input: TurnInput | string, options: AskOptions = {}) {
    const limits = { ...MODEL_LIMITS, retryPauseMs: 1, ...options.limits };
    const settings = { apiKey: 'sk-test', baseUrl: this.mock.baseUrl, model: 'gpt-4o' };
    const spoken = typeof input === 'string' ? turn(input) : input;
    const { tools = this.tools, signal = neverAborted } = options;
    const pieces: string[] = [];
    const say = (text: string) => void pieces.push(text);
    const model = new Model(settings, limits);
    if (options.prepare) model.prepare(spoken);
    const end = await model.answer(spoken, tools, this.ledger, signal, say);
    return { text: pieces.join(''), pieces, ...end };
  }
}
