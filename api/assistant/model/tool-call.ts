import type { ChatCompletionChunk } from 'openai/resources/chat/completions';

/** A tool call as the model made it; `args` is JSON text that nobody has checked yet. */
export interface ToolCall {
  id: string;
  name: string;
  args: string;
}

type Part = NonNullable<ChatCompletionChunk.Choice.Delta['tool_calls']>[number];

/** Puts tool calls together that arrive in parts, several of them interleaved. */
export class ToolCallParts {
  private readonly calls = new Map<number, ToolCall>();

  add(parts: Part[]): void {
    for (const part of parts) {
      if (typeof part !== 'object' || part === null) continue;
      const call = this.at(part);
      if (part.function?.name) call.name += part.function.name;
      if (part.function?.arguments) call.args += part.function.arguments;
    }
  }

  /** The calls in their order, those without a name left out. */
  list(): ToolCall[] {
    const inOrder = [...this.calls].sort(([a], [b]) => a - b).map(([, call]) => call);
    return inOrder.filter(({ name }) => name !== '');
  }

  /** Some servers leave the index out: then an id begins a new call, and no id goes on with the last. */
  private at(part: Part): ToolCall {
    const last = this.calls.size - 1;
    const index = part.index ?? (part.id ? last + 1 : Math.max(last, 0));
    const known = this.calls.get(index);
    if (known) return known;
    const call = { id: part.id || `call_${index}`, name: '', args: '' };
    this.calls.set(index, call);
    return call;
  }
}
