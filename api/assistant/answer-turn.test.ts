import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type MockModel, startMockModel } from '../../e2e/mock-model/start-mock-model.ts';
import { type AnswerDeps, answerTurn } from './answer-turn.ts';
import type { Assistant, TurnInput } from './assistant.ts';
import { Model } from './model/model.ts';
import { MODEL_LIMITS } from './model/model-limits.ts';
import { MemoryLedger, quote, recordingTools, turn } from './testing/turns.ts';

let mock: MockModel;
let ledger: MemoryLedger;
let tools: ReturnType<typeof recordingTools>;
let guidedSaw: TurnInput[];
beforeEach(async () => {
  mock = await startMockModel();
  ledger = new MemoryLedger();
  tools = recordingTools();
  guidedSaw = [];
});
afterEach(() => mock.close());

/** Prices what it is told to and says the total. */
const guided: Assistant = {
  async *answer(input, given) {
    guidedSaw.push(input);
    const outcome = await given.getQuote({ service: 'paver_patio', inputs: { area: '500' } });
    yield 'I am the guided assistant. ';
    yield outcome.ok ? 'Your total is $2,679.19.' : 'How big is it?';
    return { intake: { by: 'guided' } };
  },
};

async function answer(
  input: TurnInput | string,
  change: Partial<AnswerDeps> = {},
  signal?: AbortSignal,
) {
  const limits = { ...MODEL_LIMITS, retryPauseMs: 1, firstTokenMs: 500, silenceMs: 100 };
  const model = new Model({ apiKey: 'k', baseUrl: mock.baseUrl, model: 'gpt-4o' }, limits);
  const deps = { model, ledger, guided, ...change };
  const spoken = typeof input === 'string' ? turn(input, { intake: 'earlier' }) : input;
  const stream = answerTurn(spoken, tools, deps, signal);
  let text = '';
  for (;;) {
    const step = await stream.next();
    if (step.done) return { text, ...step.value };
    text += step.value;
  }
}

const GUIDED = 'I am the guided assistant. Your total is $2,679.19.';

describe('the model answers', () => {
  test('and what the guided assistant remembered is forgotten: it would be older', async () => {
    expect(await answer('Do you build patios?')).toEqual({
      text: 'Thanks for asking, we can surely help with that patio and',
      intake: null,
      assistant: 'model',
      attempts: 1,
      handover: null,
      withheld: [],
    });
    expect(guidedSaw).toEqual([]);
  });

  test('a price it made up does not reach the visitor', async () => {
    const { text, withheld } = await answer('mock:made_up_price');
    expect(text).toBe(
      'A patio like that costs about an amount I can price exactly for you (just tell me the size) with us.',
    );
    expect(withheld).toEqual([{ text: '$12,500' }]);
  });

  test('a price it got from the calculator does, and so does an earlier quote’s', async () => {
    expect((await answer('mock:quote')).text).toBe('Your total comes to $2,679.19.');
    mock.enqueue({ text: 'As I said, $2,679.19.' });
    expect((await answer(turn('How much?', { quotes: [quote] }))).text).toBe(
      'As I said, $2,679.19.',
    );
  });

  test('the visitor’s own budget may be repeated, this turn’s and an earlier one’s', async () => {
    const history = [
      { role: 'visitor' as const, text: 'my budget is 5000' },
      { role: 'assistant' as const, text: 'Others pay $9,000.' },
    ];
    mock.enqueue({
      text: 'You mentioned a budget of $5,000. Later you said $6,000, and others pay $9,000.',
    });
    const { withheld } = await answer(turn('or maybe I can pay $6,000', { history }));
    expect(withheld).toEqual([{ text: '$9,000' }]);
  });
});

describe('the guided assistant answers plainly', () => {
  test('without a model', async () => {
    expect(await answer('Hi', { model: null })).toMatchObject({
      text: GUIDED,
      intake: { by: 'guided' },
      assistant: 'guided',
      attempts: 0,
      handover: null,
    });
  });

  test.each(['budget_spent', 'model_without_price'] as const)('when %s', async (reason) => {
    ledger.refusals.push({ ok: false, reason });
    expect(await answer('Hi')).toMatchObject({
      text: GUIDED,
      assistant: 'guided',
      attempts: 0,
      handover: reason,
    });
  });

  test.each([
    ['mock:500', 2],
    ['mock:429', 2],
    ['mock:400', 1],
    ['mock:empty', 1],
    ['mock:stall_first', 1],
  ])('when the model fails before its first word: %s', async (text, attempts) => {
    expect(await answer(text)).toMatchObject({
      text: GUIDED,
      assistant: 'guided',
      attempts,
      handover: 'failed',
    });
    expect(ledger.results).not.toContain(null);
  });
});

describe('the guided assistant takes over', () => {
  test.each(['cut', 'end_early', 'malformed', 'error_chunk', 'stall'])('after %s', async (name) => {
    expect(await answer(`mock:${name}`)).toMatchObject({
      text: `Thanks for asking, we can…\n\nSorry, I was cut off there. Let me take it from here.\n\n${GUIDED}`,
      assistant: 'guided',
      attempts: 1,
      handover: 'failed',
      intake: { by: 'guided' },
    });
  });

  test('after a whole sentence, without an excuse; bold that was left open is closed', async () => {
    mock.enqueue({ text: ['We can do that. ', 'x'], fault: 'end_early' });
    expect((await answer('Hi')).text).toBe(
      `We can do that. \n\nLet me take it from here.\n\n${GUIDED}`,
    );
    mock.enqueue({ text: ['Your **patio', ' x'], fault: 'end_early' });
    expect((await answer('Hi')).text).toContain('Your **patio**…\n\nSorry');
  });

  test('in the visitor’s language', async () => {
    const spanish = turn('mock:cut');
    spanish.facts = { ...spanish.facts, locale: 'es' };
    expect((await answer(spanish)).text).toContain('Disculpe, se me cortó la frase.');
  });

  test('with the quotes that the model had made already, and makes none twice', async () => {
    const call = { name: 'get_quote', args: { service: 'paver_patio', inputs: { area: '500' } } };
    mock.enqueue({ toolCalls: [call, call] }, { status: 400 });
    expect((await answer('500 sq ft patio')).text).toBe(GUIDED);
    expect(guidedSaw[0]?.quotes).toEqual([quote]);
    expect(tools.calls).toHaveLength(1);
  });

  test('an amount that was half said when the model broke off is not sent', async () => {
    mock.enqueue({ text: ['That is $12', ',5'], fault: 'end_early' });
    const { text, withheld } = await answer('Hi');
    expect(text).toMatch(/^That is an amount I can price/);
    expect(withheld).toEqual([{ text: '$12' }]);
  });

  test('and is held to the price guard as well', async () => {
    const loose: Assistant = {
      async *answer() {
        yield 'It is $1';
        yield '99.';
        return { intake: null };
      },
    };
    const { text, withheld } = await answer('Hi', { model: null, guided: loose });
    expect(text).toMatch(/^It is an amount I can price/);
    expect(withheld).toEqual([{ text: '$199' }]);
  });
});

describe('an aborted turn', () => {
  test('is not finished by anybody', async () => {
    const abort = new AbortController();
    const ended = answer('mock:stall', {}, abort.signal);
    await expect.poll(() => mock.open()).toBe(1);
    abort.abort();
    expect(await ended).toMatchObject({ assistant: 'model', handover: 'aborted' });
    expect(guidedSaw).toEqual([]);
    expect(ledger.outcomes()).toEqual(['aborted']);
  });
});

test('an answer that is read no further stops the model and closes its call', async () => {
  const model = new Model({ apiKey: 'k', baseUrl: mock.baseUrl, model: 'gpt-4o' });
  const deps = { model, ledger, guided };
  for await (const piece of answerTurn(turn('mock:stall'), tools, deps)) {
    expect(piece).toMatch(/^Thanks/);
    break;
  }
  expect(ledger.outcomes()).toEqual(['aborted']);
  await expect.poll(() => mock.open()).toBe(0);
});

test('a tool that fails fails the turn, with every call closed', async () => {
  const broken = { ...tools, getQuote: () => Promise.reject(new Error('no database')) };
  tools = Object.assign(broken, { calls: [] });
  await expect(answer('mock:quote')).rejects.toThrow('no database');
  expect(ledger.outcomes()).toEqual(['ok']);
});
