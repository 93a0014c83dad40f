import { checkedCompletion, FIRST_COMPLETION_TOKEN } from './chat-completions.ts';
import { HttpClient } from './http-client.ts';
import { type System, SystemError } from './system.ts';

/** The bare Worker, which passes the model's own stream on. */
export function bareWorker(url: string, expected: string): System {
  const client = new HttpClient(url);
  const headers = { 'Content-Type': 'application/json' };
  return {
    name: 'bare Worker',
    async open() {
      const opened = await client.send({ path: '/sessions', headers, body: '{}' });
      if (opened.status !== 201) throw new SystemError(`session ${opened.status}`);
      const path = `/sessions/${JSON.parse(opened.body).id}/messages`;
      return {
        async send(text) {
          const body = JSON.stringify({ text });
          const answer = await client.send({ path, headers, body, marker: FIRST_COMPLETION_TOKEN });
          return checkedCompletion(answer, expected);
        },
      };
    },
    close: () => client.close(),
  };
}
