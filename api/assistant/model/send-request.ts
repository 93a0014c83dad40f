import OpenAI from 'openai';
import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions';

/**
 * Sends a chat completion as the SDK builds it. Not by the SDK: it would write log lines that nobody
 * reads and set a timer beside our own, which cost more than all else about a request. Throws an APIError
 * for any answer but a 2xx one, and what `fetch` throws.
 */
export async function sendRequest(
  client: OpenAI,
  body: ChatCompletionCreateParamsStreaming,
  signal: AbortSignal,
): Promise<Response> {
  const options = { method: 'post', path: '/chat/completions', body, signal } as const;
  const { url, req } = await client.buildRequest(options);
  const response = await fetch(url, req as RequestInit);
  if (response.ok) return response;
  await response.body?.cancel();
  throw OpenAI.APIError.generate(response.status, undefined, undefined, response.headers);
}
