import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import type { SiteFacts, TurnInput, Utterance } from '../assistant.ts';
import { HISTORY_BYTES_MAX, SYSTEM_BYTES_MAX } from './model-limits.ts';
import { quoteForModel } from './quote-for-model.ts';
import { stripHidden } from './strip-hidden.ts';
import { bytes, systemText } from './system-text.ts';
import { TOOLS } from './tool-definitions.ts';

/** The messages of a turn's first call: system text, the latest history that fits, the new message. */
export function buildMessages(turn: TurnInput): ChatCompletionMessageParam[] {
  return [
    systemMessage(turn.facts),
    ...recentHistory(turn.history),
    ...knownQuotes(turn),
    { role: 'user', content: stripHidden(turn.text) },
  ];
}

// What a message looks like to the model, and its size, are worked out once: a turn's prompt repeats
// those of the turns before.
const systemMessages = new WeakMap<SiteFacts, ChatCompletionMessageParam>();
const historyMessages = new WeakMap<Utterance, ChatCompletionMessageParam>();
const messageSizes = new WeakMap<ChatCompletionMessageParam, MessageSize>();

function systemMessage(facts: SiteFacts): ChatCompletionMessageParam {
  return kept(systemMessages, facts, () => ({ role: 'system', content: systemText(facts) }));
}

function recentHistory(history: Utterance[]): ChatCompletionMessageParam[] {
  const messages: ChatCompletionMessageParam[] = [];
  let left = HISTORY_BYTES_MAX - QUOTES_BYTES_MAX;
  for (const said of history.toReversed()) {
    const message = kept(historyMessages, said, () => historyMessage(said));
    left -= sizeOf(message).contentBytes;
    if (left < 0) break;
    messages.push(message);
  }
  return messages.reverse();
}

function historyMessage({ role, text }: Utterance): ChatCompletionMessageParam {
  const content = stripHidden(role === 'staff' ? `(from a person of the team) ${text}` : text);
  return { role: role === 'visitor' ? 'user' : 'assistant', content };
}

function kept<K extends object, V>(known: WeakMap<K, V>, key: K, make: () => V): V {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}

const QUOTES_BYTES_MAX = 2_000; // two quotes or three, the latest ones

/** The newest quotes of the session, which the history has in words only. */
function knownQuotes({ quotes, facts }: TurnInput): ChatCompletionMessageParam[] {
  const texts: string[] = [];
  let left = QUOTES_BYTES_MAX - 100;
  for (const quote of quotes.toReversed()) {
    const text = JSON.stringify(quoteForModel(quote, facts.locale));
    left -= bytes(text);
    if (left < 0) break;
    texts.push(text);
  }
  if (texts.length === 0) return [];
  const content = `Quotes made in this conversation, newest first:\n${texts.join('\n')}`;
  return [{ role: 'system', content }];
}

const TOKENS_PER_MESSAGE = 8; // role and separators; OpenAI's cookbook counts 3 to 4
const OVERHEAD_TOKENS = 100;
const TOOLS_TOKENS = Math.ceil(bytes(JSON.stringify(TOOLS)) / 3);

interface MessageSize {
  contentBytes: number;
  jsonBytes: number;
  tokensAtMost: number;
}

const sizeOf = (message: ChatCompletionMessageParam): MessageSize =>
  kept(messageSizes, message, () => {
    const jsonBytes = bytes(JSON.stringify(message));
    const own = message.role === 'system' || message.role === 'tool';
    const contentBytes = bytes(String(message.content));
    const size = message.role === 'user' ? contentBytes : jsonBytes;
    return {
      contentBytes,
      jsonBytes,
      tokensAtMost: TOKENS_PER_MESSAGE + (own ? Math.ceil(size / 3) : size),
    };
  });

/**
 * The most input tokens a request can have. A token is at least one byte, so a stranger's text counts
 * its bytes; our own English never has less than three bytes to a token.
 */
export function inputTokensAtMost(messages: ChatCompletionMessageParam[]): number {
  const all = messages.reduce((sum, message) => sum + sizeOf(message).tokensAtMost, 0);
  return all + OVERHEAD_TOKENS + TOOLS_TOKENS;
}

/** The same before the history is known: for a session that a room has not loaded yet. */
export function inputTokensUnseen(text: string): number {
  const ours = Math.ceil((SYSTEM_BYTES_MAX * 1.1) / 3) + TOOLS_TOKENS + OVERHEAD_TOKENS;
  return ours + HISTORY_BYTES_MAX + UNSEEN_MESSAGES * TOKENS_PER_MESSAGE + bytes(text);
}

const UNSEEN_MESSAGES = 50;

/** A fair guess of the input tokens actually sent, for a call that reported none. */
export function inputTokensLikely(messages: ChatCompletionMessageParam[]): number {
  const size = messages.reduce((sum, message) => sum + sizeOf(message).jsonBytes, 0);
  return TOOLS_TOKENS + Math.ceil(size / 4);
}
