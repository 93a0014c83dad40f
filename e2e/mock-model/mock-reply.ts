/** A chat completions request, as far as the mock looks at it. */
export interface MockRequest {
  model: string;
  messages: { role: string; content?: unknown; tool_calls?: unknown; tool_call_id?: string }[];
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
  tools?: unknown[];
  tool_choice?: unknown;
  max_completion_tokens?: number;
}

/** How one request is answered. */
export interface MockReply {
  /** Pieces of the text; the server's number of tokens unless given. */
  text?: string | string[];
  toolCalls?: { name: string; args: unknown }[];
  /** An error instead of an answer. */
  status?: number;
  headers?: Record<string, string>;
  /** The usage object; counted unless given, left out when null. */
  usage?: Record<string, unknown> | null;
  finish?: string;
  /** The second half of the text waits for it. */
  hold?: Promise<unknown>;
  /** What goes wrong, after half of the text (or before it, where the text is empty). */
  fault?: 'stall' | 'ping' | 'cut' | 'end_early' | 'malformed' | 'odd_chunks' | 'error_chunk';
}

const WORDS =
  'Thanks for asking , we can surely help with that patio and show some ideas that fit the yard . '.split(
    ' ',
  );

/** The text of so many tokens that is said when nothing else was scripted. */
export function mockText(tokens: number): string[] {
  return Array.from({ length: tokens }, (_, i) => {
    const word = WORDS[i % (WORDS.length - 1)] ?? 'and';
    return i === 0 || /^[,.]$/.test(word) ? word : ` ${word}`;
  });
}

/** What a paver patio is priced by, at the demo company as at a new one. */
const PRICED_INPUTS = { area: '500' };

/** Behaviours by name: a visitor's message "mock:stall" gets that one. */
export const NAMED_REPLIES: Record<string, MockReply> = {
  quote: {
    toolCalls: [{ name: 'get_quote', args: { service: 'paver_patio', inputs: PRICED_INPUTS } }],
  },
  parallel: {
    toolCalls: [
      { name: 'get_quote', args: { service: 'paver_patio', inputs: PRICED_INPUTS } },
      { name: 'save_customer_details', args: { name: 'Ana Ruiz', phone: '415 555 0142' } },
    ],
  },
  human: { toolCalls: [{ name: 'request_human', args: { reason: 'asked for one' } }] },
  wrong_tool: { toolCalls: [{ name: 'get_quote', args: { service: 7, inputs: 'big' } }] },
  made_up_price: { text: ['A patio like that', ' costs about $1', '2,50', '0 with us.'] },
  stall: { fault: 'stall' },
  ping: { fault: 'ping' },
  stall_first: { text: [], fault: 'stall' },
  cut: { fault: 'cut' },
  cut_first: { text: [], fault: 'cut' },
  end_early: { fault: 'end_early' },
  malformed: { fault: 'malformed' },
  odd_chunks: { fault: 'odd_chunks' },
  error_chunk: { fault: 'error_chunk' },
  no_usage: { usage: null },
  empty: { text: [] },
  '429': { status: 429 },
  '500': { status: 500 },
  '400': { status: 400 },
};

/** Picks the behaviour that the last user message names; after a tool's result, a sentence about it. */
export function replyByMessage(request: MockRequest): MockReply {
  const last = request.messages.at(-1);
  if (last?.role === 'tool') return { text: sayResult(String(last.content)) };
  const text = String(request.messages.findLast(({ role }) => role === 'user')?.content ?? '');
  const name = /mock:(\w+)/.exec(text)?.[1];
  return (name && NAMED_REPLIES[name]) || {};
}

function sayResult(content: string): string[] {
  const total = /"total":"([^"]+)"/.exec(content)?.[1];
  return total ? ['Your total', ' comes to ', total, '.'] : ['Noted', ', thank', ' you.'];
}
