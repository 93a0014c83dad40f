/** One way to chat, as the load sees it. */
export interface System {
  name: string;
  /** Readies a chat; what it returns is handed to `ask`. */
  open(): Promise<Chat>;
}

export interface Chat {
  ask(text: string): Promise<Response>;
  /** The answer's text out of all that the response said. */
  textOf(raw: string): string;
  /** What the stream says when the first word is there. */
  firstToken: string;
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** TradeSphere as the widget speaks to it: authorised, limited, matched, billed and resumable. */
export function tradesphere(url: string): System {
  const headers = { ...JSON_TYPE, 'X-Widget-Key': 'pk_demo_rivera' };
  return {
    name: 'TradeSphere',
    async open() {
      const path = `${url}/api/chat/sessions`;
      const response = await fetch(path, { method: 'POST', headers, body: '{}' });
      if (response.status !== 201) throw new Error(await response.text());
      const { session, visitor_token } = await response.json();
      const own = { ...headers, Authorization: `Bearer ${visitor_token}` };
      return {
        ask: (text) =>
          fetch(`${path}/${session.id}/messages`, {
            method: 'POST',
            headers: own,
            body: JSON.stringify({ id: crypto.randomUUID(), text }),
          }),
        textOf: (raw) => {
          const deltas = raw.matchAll(/^event: text\ndata: (.*)$/gm);
          return [...deltas].map(([, data]) => JSON.parse(data ?? '').delta).join('');
        },
        firstToken: 'event: text',
      };
    },
  };
}

/** The bare Worker, which hands the model's own stream on. */
export function bare(url: string): System {
  return {
    name: 'bare Worker',
    async open() {
      const session = crypto.randomUUID();
      return {
        ask: (text) =>
          fetch(`${url}/chat/${session}`, {
            method: 'POST',
            headers: JSON_TYPE,
            body: JSON.stringify({ session, text }),
          }),
        ...chatCompletions,
      };
    },
  };
}

/** The mock model itself: how fast nothing at all would be. */
export function direct(modelUrl: string): System {
  return {
    name: 'model alone',
    async open() {
      return {
        ask: (text) =>
          fetch(`${modelUrl}/chat/completions`, {
            method: 'POST',
            headers: { ...JSON_TYPE, Authorization: 'Bearer bench' },
            body: JSON.stringify({
              model: 'gpt-4o-mini',
              stream: true,
              messages: [{ role: 'user', content: text }],
            }),
          }),
        ...chatCompletions,
      };
    },
  };
}

const chatCompletions = {
  textOf: (raw: string) => {
    const chunks = raw.matchAll(/^data: (\{.*\})$/gm);
    return [...chunks]
      .map(([, data]) => JSON.parse(data ?? '').choices?.[0]?.delta?.content ?? '')
      .join('');
  },
  firstToken: '"content":"T',
};
