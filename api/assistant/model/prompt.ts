import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import type { TurnInput, Utterance } from '../assistant.ts';
import { HISTORY_BYTES_MAX, SYSTEM_BYTES_MAX } from './model-limits.ts';
import { quoteForModel } from './quote-for-model.ts';
import { stripHidden } from './strip-hidden.ts';
import { bytes, systemText } from './system-text.ts';
import { TOOLS } from './tool-definitions.ts';

/** The messages of a turn's first call: system text, the latest history that fits, the new message. */
export function buildMessages(turn: TurnInput): ChatCompletionMessageParam[] {
  return [
    { role: 'system', content: systemText(turn.facts) },
    ...recentHistory(turn.history),
    ...knownQuotes(turn),
    { role: 'user', content: stripHidden(turn.text) },
  ];
}

function recentHistory(history: Utterance[]): ChatCompletionMessageParam[] {
  const kept: ChatCompletionMessageParam[] = [];
  let left = HISTORY_BYTES_MAX - QUOTES_BYTES_MAX;
  for (const { role, text } of history.toReversed()) {
    const content = stripHidden(role === 'staff' ? `(from a person of the team) ${text}` : text);
    left -= bytes(content);
    if (left < 0) break;
    kept.push({ role: role === 'visitor' ? 'user' : 'assistant', content });
  }
  return kept.reverse();
}

const QUOTES_BYTES_MAX = 2_000; // two quotes or three, the latest ones

/** The newest quotes of the session, which the history has in words only. */
function knownQuotes({ quotes, facts }: TurnInput): ChatCompletionMessageParam[] {
  const kept: string[] = [];
  let left = QUOTES_BYTES_MAX - 100;
  for (const quote of quotes.toReversed()) {
    const text = JSON.stringify(quoteForModel(quote, facts.locale));
    left -= bytes(text);
    if (left < 0) break;
    kept.push(text);
  }
  if (kept.length === 0) return [];
  const content = `Quotes made in this conversation, newest first:\n${kept.join('\n')}`;
  return [{ role: 'system', content }];
}

const TOKENS_PER_MESSAGE = 8; // role and separators; OpenAI's cookbook counts 3 to 4
const OVERHEAD_TOKENS = 100;
const TOOLS_TOKENS = Math.ceil(bytes(JSON.stringify(TOOLS)) / 3);

/**
 * The most input tokens a request can have. A token is at least one byte, so a stranger's text counts
 * its bytes; our own English never has less than three bytes to a token.
 */
export function inputTokensAtMost(messages: ChatCompletionMessageParam[]): number {
  return messages.reduce((sum, message) => {
    const size = bytes(message.role === 'user' ? String(message.content) : JSON.stringify(message));
    const own = message.role === 'system' || message.role === 'tool';
    return sum + TOKENS_PER_MESSAGE + (own ? Math.ceil(size / 3) : size);
  }, OVERHEAD_TOKENS + TOOLS_TOKENS);
}

/** The same before the history is known: for a session that a room has not loaded yet. */
export function inputTokensUnseen(text: string): number {
  const ours = Math.ceil((SYSTEM_BYTES_MAX * 1.1) / 3) + TOOLS_TOKENS + OVERHEAD_TOKENS;
  return ours + HISTORY_BYTES_MAX + UNSEEN_MESSAGES * TOKENS_PER_MESSAGE + bytes(text);
}

const UNSEEN_MESSAGES = 50;

/** A fair guess of the input tokens actually sent, for a call that reported none. */
export function inputTokensLikely(messages: ChatCompletionMessageParam[]): number {
  return TOOLS_TOKENS + Math.ceil(bytes(JSON.stringify(messages)) / 4);
}
