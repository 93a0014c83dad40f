import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { mockText } from '../../e2e/mock-model/mock-reply.ts';
import { type MockModel, startMockModel } from '../../e2e/mock-model/start-mock-model.ts';
import { HttpClient } from './http-client.ts';
import { modelAlone } from './model-alone.ts';
import { failureName } from './system.ts';
import { tinyServer } from './testing.ts';
import { tradesphere } from './tradesphere.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function served(handler: Parameters<typeof tinyServer>[0]): Promise<string> {
  const server = await tinyServer(handler);
  stops.push(() => server.close());
  return server.url;
}

describe('the HTTP client', () => {
  test('takes the time of the first token, also when it comes in two pieces', async () => {
    const url = await served((_request, response) => {
      response.write('event: te');
      setTimeout(() => response.write('xt\n'), 60);
      setTimeout(() => response.end('more'), 120);
    });
    const answer = await new HttpClient(url).send({
      path: '/',
      marker: Buffer.from('event: text'),
    });
    expect(answer.body).toBe('event: text\nmore');
    expect(answer.markerMs).toBeGreaterThanOrEqual(55);
    expect(answer.totalMs).toBeGreaterThan(answer.markerMs ?? 0);
  });

  test('leaves at the first token when asked to', async () => {
    let closed = () => {};
    const left = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const url = await served((_request, response) => {
      response.on('close', closed);
      response.write('first'); // and never ends
    });
    const marker = Buffer.from('first');
    const answer = await new HttpClient(url).send({ path: '/', marker, leaveAtMarker: true });
    expect(answer.body).toBe('first');
    await left;
  });

  test('fails when the stream breaks off', async () => {
    const url = await served((_request, response) => {
      response.write('half');
      setTimeout(() => response.destroy(), 20);
    });
    const failed = await new HttpClient(url).send({ path: '/' }).catch(failureName);
    expect(failed).toBe('ECONNRESET');
  });
});

describe('the model alone', () => {
  let model: MockModel;
  beforeAll(async () => {
    model = await startMockModel({ tokens: 10 });
    return () => model.close();
  });

  test('answers with the text that is expected', async () => {
    const chat = await modelAlone(model.baseUrl, mockText(10).join('')).open();
    expect(await chat.send('Hello')).toBeGreaterThan(0);
  });

  test('is wrong with any other text', async () => {
    const chat = await modelAlone(model.baseUrl, mockText(9).join('')).open();
    await expect(chat.send('Hello')).rejects.toThrow('wrong text');
  });
});

describe('TradeSphere', () => {
  const event = (id: number, name: string, data: unknown) =>
    `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

  /** Opens sessions, and answers messages with the given events. */
  async function chatAnswered(events: string[], status = 200) {
    const url = await served((request, response) => {
      if (request.url === '/api/chat/sessions') {
        response.statusCode = 201;
        return response.end(JSON.stringify({ session: { id: 's' }, visitor_token: 't' }));
      }
      response.statusCode = status;
      response.end(events.join(''));
    });
    return tradesphere(url, 'Hello there').open();
  }

  test('joins the deltas and compares them with the expected text', async () => {
    const events = [event(1, 'text', { delta: 'Hello' }), event(2, 'text', { delta: ' there' })];
    expect(await (await chatAnswered(events)).send('Hi')).toBeGreaterThan(0);
    const half = await chatAnswered(events.slice(0, 1));
    await expect(half.send('Hi')).rejects.toThrow('wrong text');
  });

  test('names an error by status and code, also one within the stream', async () => {
    const refused = await chatAnswered(['{"code":"database_unavailable"}'], 503);
    await expect(refused.send('Hi')).rejects.toThrow('503 database_unavailable');
    const broken = await chatAnswered([event(1, 'error', { problem: { code: 'internal' } })]);
    await expect(broken.send('Hi')).rejects.toThrow('in stream: internal');
  });

  test('an abandoned answer counts what came whole, and resuming must bring the rest', async () => {
    const first = event(3, 'text', { delta: 'Hello' });
    const chat = await chatAnswered([first, 'id: 4\nevent: text\nda']);
    const left = await chat.abandon('Hi');
    expect(left).toEqual({ lastEventId: 3, text: 'Hello' });
    const rest = [event(4, 'text', { delta: ' there' }), event(5, 'turn.completed', {})];
    await (await chatAnswered(rest)).resume(left);
    const short = await chatAnswered(rest.slice(1));
    await expect(short.resume(left)).rejects.toThrow('resume: wrong text');
  });
});
