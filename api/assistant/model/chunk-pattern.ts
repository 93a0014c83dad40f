import type { ChatCompletionChunk } from 'openai/resources/chat/completions';

const TEXT = '"content":"';
const OBFUSCATION = '"obfuscation":"'; // letters by which OpenAI hides how long a token is
const ENCODED = /["\\\p{Cc}]/u; // what does not stand in a JSON string as it is
const PATTERNS_MAX = 3; // of a provider whose every chunk has something new no more are tried

/**
 * The chunks of an answer differ in their text and hardly in anything else. What stands around it in one of
 * them is kept, and the next is read by comparing: at a tenth of what parsing it costs.
 */
export class ChunkPattern {
  /** What stands before the text, between it and the obfuscation, and behind that; all empty at first. */
  private before = '';
  private middle = '';
  private end = '';
  private learnt = 0;

  /** Keeps a chunk as the pattern, if it tells nothing but this text. */
  learn(data: string, { choices, ...chunk }: ChatCompletionChunk, text: string): void {
    const choice = choices?.[0]; // servers leave out what they like
    if (chunk.usage || choice?.finish_reason || choice?.delta?.tool_calls) return;
    if (text === '' || this.learnt >= PATTERNS_MAX) return;
    this.learnt++;
    const written = asWritten(text);
    const [before = '', after] = data.split(TEXT + written);
    if (after === undefined) return;
    this.before = before + TEXT;
    const pad = after.indexOf(OBFUSCATION);
    const padAt = pad < 0 ? after.length : pad + OBFUSCATION.length;
    this.middle = after.slice(0, padAt);
    this.end = after.slice(pad < 0 ? padAt : after.indexOf('"', padAt));
    const changed = textIn(`${this.before}${written}?${after}`);
    if (changed !== `${text}?`) this.before = ''; // it was the text of something else
  }

  /** The text of a chunk that fits the pattern; null for any other. */
  textOf(data: string): string | null {
    const { before, middle, end } = this;
    if (before === '' || !data.startsWith(before)) return null;
    const to = data.indexOf('"', before.length);
    if (to < 0 || !data.startsWith(middle, to)) return null;
    const padTo = data.length - end.length;
    const pad = data.slice(to + middle.length, padTo);
    const isWhole = padTo >= to + middle.length && data.endsWith(end);
    if (!isWhole || (pad && (end === '' || ENCODED.test(pad)))) return null;
    const text = data.slice(before.length, to);
    return ENCODED.test(text) ? null : text;
  }
}

/** As JSON writes it, without its quotes. */
const asWritten = (text: string) => JSON.stringify(text).slice(1, -1);

function textIn(data: string): unknown {
  try {
    return (JSON.parse(data) as ChatCompletionChunk).choices[0]?.delta.content;
  } catch {
    return null;
  }
}
