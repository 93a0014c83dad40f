import OpenAI from 'openai';
import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions';

/** A request, ready to be sent. */
export type BuiltRequest = Awaited<ReturnType<OpenAI['buildRequest']>>;

// Address and headers are the same for every request of a client; building them takes the SDK longer than
// writing the body.
const built = new WeakMap<OpenAI, Promise<BuiltRequest>>();

/** A chat completion as the SDK builds it. */
export async function buildRequest(
  client: OpenAI,
  body: ChatCompletionCreateParamsStreaming,
): Promise<BuiltRequest> {
  const known = built.get(client);
  if (!known) {
    const first = client.buildRequest({ method: 'post', path: '/chat/completions', body });
    built.set(client, first);
    first.catch(() => built.delete(client));
    return first;
  }
  const { req, ...rest } = await known;
  return { ...rest, req: { ...req, body: JSON.stringify(body) } };
}

/**
 * Sends what the SDK has built. Not by the SDK: it would write log lines that nobody reads and set a timer
 * beside our own, which cost more than all else about a request. Throws an APIError for any answer but a
 * 2xx one, and what `fetch` throws. A redirect is such an answer (OWASP ASVS 5.0, 15.3.2): followed, it
 * would take the conversation to a server that the operator has not named.
 */
export async function sendRequest(
  { url, req }: BuiltRequest,
  signal: AbortSignal,
  send: typeof fetch = fetch,
): Promise<Response> {
  const response = await send(url, { ...(req as RequestInit), signal, redirect: 'manual' });
  if (response.ok) return response;
  await response.body?.cancel();
  throw OpenAI.APIError.generate(response.status, undefined, undefined, response.headers);
}
