import { checkedCompletion, FIRST_COMPLETION_TOKEN } from './chat-completions.ts';
import { HttpClient } from './http-client.ts';
import type { System } from './system.ts';

/** The mock model without anything before it: the floor of every latency. */
export function modelAlone(modelUrl: string, expected: string): System {
  const client = new HttpClient(modelUrl);
  const headers = { 'Content-Type': 'application/json', Authorization: 'Bearer bench' };
  const send = async (text: string) => {
    const body = JSON.stringify({
      model: 'gpt-4o-mini',
      stream: true,
      messages: [{ role: 'user', content: text }],
    });
    const path = '/chat/completions';
    const answer = await client.send({ path, headers, body, marker: FIRST_COMPLETION_TOKEN });
    return checkedCompletion(answer, expected);
  };
  return { name: 'model alone', open: async () => ({ send }), close: () => client.close() };
}
