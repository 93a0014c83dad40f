import type { HttpAnswer } from './http-client.ts';
import { SystemError } from './system.ts';

/** The stream of the OpenAI API; its first chunk has an empty text. */
export const FIRST_COMPLETION_TOKEN = Buffer.from('"content":"T');

/** The model's text out of all that the stream contained. */
function completionText(raw: string): string {
  return [...raw.matchAll(/^data: (\{.*\})$/gm)]
    .map(([, data]) => JSON.parse(data ?? '').choices?.[0]?.delta?.content ?? '')
    .join('');
}

/** @returns time to first token in ms @throws SystemError */
export function checkedCompletion(answer: HttpAnswer, expected: string): number {
  if (answer.status !== 200) throw new SystemError(String(answer.status));
  if (answer.markerMs === null || completionText(answer.body) !== expected) {
    throw new SystemError('wrong text');
  }
  return answer.markerMs;
}
