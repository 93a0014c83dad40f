import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NAMED_REPLIES } from '../../../e2e/mock-model/mock-reply.ts';
import { startMockModel } from '../../../e2e/mock-model/start-mock-model.ts';
import { AnswerFull } from '../assistant.ts';
import { AskedModel, TEXT } from '../testing/ask-model.ts';

let model: AskedModel;
beforeEach(async () => {
  model = new AskedModel(await startMockModel());
});
afterEach(() => model.mock.close());

describe('a provider in trouble', () => {
  test.each([
    ['429', 'rate_limited'],
    ['500', 'error'],
    ['cut_first', 'error'],
  ])('%s before the first token is tried once more', async (name, outcome) => {
    model.mock.enqueue(NAMED_REPLIES[name] ?? {});
    expect(await model.ask('Hi')).toMatchObject({ text: TEXT, ended: 'answered', attempts: 2 });
    expect(model.ledger.outcomes()).toEqual([outcome, 'ok']);
    expect(model.ledger.starts.map(({ attempt }) => attempt)).toEqual([1, 2]);
  });

  test('is not tried a third time', async () => {
    expect(await model.ask('mock:500')).toMatchObject({ text: '', ended: 'failed', attempts: 2 });
    expect(model.ledger.outcomes()).toEqual(['error', 'error']);
  });

  test('that refused is owed nothing', async () => {
    await model.ask('mock:429');
    expect(model.ledger.results[0]?.estimate).toEqual({ inputTokens: 0, outputTokens: 0 });
  });

  test('that calls the request wrong is not asked again', async () => {
    expect(await model.ask('mock:400')).toMatchObject({ ended: 'failed', attempts: 1 });
  });

  test.each([301, 302, 307, 308])(
    'that redirects (%i) is not followed: the conversation goes to no other server',
    async (status) => {
      const elsewhere = await startMockModel();
      const headers = { Location: `${elsewhere.baseUrl}/chat/completions` };
      model.mock.enqueue({ status, headers });
      expect(await model.ask('Hi')).toMatchObject({ text: '', ended: 'failed', attempts: 1 });
      expect(elsewhere.requests).toEqual([]);
      expect(model.ledger.results).toMatchObject([
        { outcome: 'error', estimate: { inputTokens: 0, outputTokens: 0 } },
      ]);
      await elsewhere.close();
    },
  );

  test('that wants a longer pause than a visitor has is left alone', async () => {
    model.mock.enqueue({ status: 429, headers: { 'Retry-After': '20' } });
    expect(await model.ask('Hi')).toMatchObject({ ended: 'failed', attempts: 1 });
  });

  test.each(['cut', 'end_early', 'malformed', 'error_chunk'])(
    '%s in mid-stream ends the attempt, with what was said',
    async (name) => {
      const { text, ended, attempts } = await model.ask(`mock:${name}`);
      expect({ ended, attempts }).toEqual({ ended: 'failed', attempts: 1 });
      expect(text).toBe('Thanks for asking, we can');
      expect(model.ledger.results).toMatchObject([
        { outcome: 'error', usage: null, estimate: { outputTokens: Math.ceil(text.length / 4) } },
      ]);
    },
  );

  test('that does not answer is a broken connection', async () => {
    await model.mock.close();
    expect(await model.ask('Hi')).toMatchObject({ text: '', ended: 'failed', attempts: 2 });
    expect(model.ledger.outcomes()).toEqual(['error', 'error']);
  });
});

describe('silence', () => {
  test('before the first token ends the attempt, without another', async () => {
    const limits = { firstTokenMs: 60 };
    expect(await model.ask('mock:stall_first', { limits })).toMatchObject({
      ended: 'failed',
      attempts: 1,
    });
    expect(model.ledger.results).toMatchObject([{ outcome: 'timeout', firstTokenMs: null }]);
    await expect.poll(() => model.mock.open()).toBe(0);
  });

  test.each(['stall', 'ping'])('in mid-answer (%s) ends it, with what was said', async (name) => {
    const answer = await model.ask(`mock:${name}`, { limits: { silenceMs: 60 } });
    expect(answer).toMatchObject({
      text: 'Thanks for asking, we can',
      ended: 'failed',
      attempts: 1,
    });
    expect(model.ledger.results).toMatchObject([
      { outcome: 'timeout', firstTokenMs: expect.any(Number) },
    ]);
    await expect.poll(() => model.mock.open()).toBe(0);
  });

  test('is not counted while tokens come, however long the answer takes', async () => {
    await model.mock.close();
    model.mock = await startMockModel({ tokenMs: 15, tokens: 12 });
    const limits = { firstTokenMs: 100, silenceMs: 100 };
    expect(await model.ask('Hi', { limits })).toMatchObject({ text: TEXT, ended: 'answered' });
  });
});

describe('an aborted turn', () => {
  test('ends without an exception, its call closed and its connection let go', async () => {
    const abort = new AbortController();
    const answer = model.ask('mock:stall', { signal: abort.signal });
    await expect.poll(() => model.mock.open()).toBe(1);
    abort.abort();
    expect(await answer).toMatchObject({ ended: 'aborted', attempts: 1 });
    expect(model.ledger.outcomes()).toEqual(['aborted']);
    await expect.poll(() => model.mock.open()).toBe(0);
  });

  test('before it began asks nobody', async () => {
    expect(await model.ask('Hi', { signal: AbortSignal.abort() })).toMatchObject({
      text: '',
      ended: 'aborted',
    });
    expect(model.ledger.outcomes()).toEqual(['aborted']);
    expect(model.mock.requests).toEqual([]);
  });
});

describe('a turn whose answer is long enough', () => {
  test('is billed by what the provider counts, if that comes in time', async () => {
    const [abort, rest] = [new AbortController(), Promise.withResolvers<void>()];
    model.mock.enqueue({ hold: rest.promise });
    const answer = model.ask('Hi', { signal: abort.signal });
    await expect.poll(() => model.mock.open()).toBe(1);
    abort.abort(new AnswerFull());
    rest.resolve();
    expect(await answer).toMatchObject({ ended: 'aborted', attempts: 1 });
    expect(model.ledger.results).toMatchObject([
      { outcome: 'aborted', usage: { completion_tokens: 12 } },
    ]);
  });

  test('waits no longer than a moment for that, and is estimated then', async () => {
    const abort = new AbortController();
    const answer = model.ask('mock:stall', { signal: abort.signal, limits: { usageWaitMs: 60 } });
    await expect.poll(() => model.mock.open()).toBe(1);
    abort.abort(new AnswerFull());
    expect(await answer).toMatchObject({ ended: 'aborted', attempts: 1 });
    expect(model.ledger.results).toMatchObject([{ outcome: 'aborted', usage: null }]);
    await expect.poll(() => model.mock.open()).toBe(0);
  });

  test('calls no more tools and begins no other round', async () => {
    const [abort, rest] = [new AbortController(), Promise.withResolvers<void>()];
    const toolCalls = [{ name: 'get_quote', args: { service: 'paver_patio' } }];
    model.mock.enqueue({ text: ['Let me', ' see'], toolCalls, hold: rest.promise });
    const answer = model.ask('Hi', { signal: abort.signal });
    await expect.poll(() => model.mock.open()).toBe(1);
    abort.abort(new AnswerFull());
    rest.resolve();
    expect(await answer).toMatchObject({ ended: 'aborted', attempts: 1 });
    expect(model.tools.calls).toEqual([]);
  });
});

describe('the ledger', () => {
  test.each(['budget_spent', 'model_without_price'] as const)(
    '%s: nobody is asked',
    async (reason) => {
      model.ledger.refusals.push({ ok: false, reason });
      expect(await model.ask('Hi')).toMatchObject({ ended: reason, attempts: 0 });
      expect(model.mock.requests).toEqual([]);
    },
  );

  test('can refuse the retry', async () => {
    model.mock.enqueue({ status: 500 });
    const refusing = model.ledger.open.bind(model.ledger);
    model.ledger.open = (start) =>
      start.attempt > 1 ? Promise.resolve({ ok: false, reason: 'budget_spent' }) : refusing(start);
    expect(await model.ask('Hi')).toMatchObject({ ended: 'budget_spent', attempts: 1 });
  });
});
