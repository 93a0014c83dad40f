import { expect, test } from 'vitest';
import { AnswerFull } from '../../assistant/assistant.ts';
import type { AnswerReport } from '../conversation/conversation-deps.ts';
import { ANSWER_CHARACTERS_MAX } from '../limits.ts';
import { readAnswer } from './read-answer.ts';

const REPORT: AnswerReport = { intake: null, assistant: 'model', withheld: [] };

/** An answer of these pieces, as it reaches a visitor. */
async function read(pieces: Iterable<string>, locale: 'en' | 'es' = 'en') {
  const said: string[] = [];
  const stop = new AbortController();
  let drained = false;
  const answer = async function* () {
    yield* pieces;
    drained = true;
    return REPORT;
  };
  const report = await readAnswer(answer(), locale, stop, (text) => said.push(text));
  expect(drained).toBe(true);
  expect(report).toBe(REPORT);
  return { said, text: said.join(''), stop: stop.signal };
}

const words = (characters: number) =>
  'word '.repeat(Math.ceil(characters / 5)).slice(0, characters);
const LONG = ANSWER_CHARACTERS_MAX + 1;

test('an answer within the limit is told as it comes', async () => {
  const { said, stop } = await read(['Hello', ' there']);
  expect(said).toEqual(['Hello', ' there']);
  expect(stop.aborted).toBe(false);
});

test.each([
  ['in one piece', [words(LONG)]],
  ['in many', Array.from({ length: LONG / 5 }, () => 'word ')],
  ['with more to come', [words(LONG), 'and more', words(LONG)]],
])('a longer one (%s) is cut, says so, and ends its model call', async (_how, pieces) => {
  const { text, stop } = await read(pieces);
  expect(text.length).toBeLessThanOrEqual(ANSWER_CHARACTERS_MAX);
  expect(text.length).toBeGreaterThan(ANSWER_CHARACTERS_MAX - 300);
  expect(text).toMatch(/ word ?…\n\nThis answer got too long and stops here\. Ask me for the part/);
  expect(stop.reason).toBeInstanceOf(AnswerFull);
});

test("it says so in the visitor's language", async () => {
  expect((await read([words(LONG)], 'es')).text).toMatch(/termina aquí\. Pregúnteme por la parte/);
});

test.each([
  ['an amount', 'the price is $10,859.87 '],
  ['an amount in groups', 'the price is 10 859 87 '],
  ['a number with its unit', 'the length is 250ft '],
])('no part of %s is left at its end', async (_what, phrase) => {
  for (let shift = 0; shift < phrase.length; shift++) {
    const { text } = await read([words(shift), phrase.repeat(LONG / phrase.length + 1)]);
    expect(text).toMatch(/\b(the|price|length|is)…\n/);
  }
});

test('no character is cut through, also where no space parts the words', async () => {
  for (const sign of ['😀', '中文', '👩‍👩‍👧']) {
    const { text } = await read(['Look: ', ...Array.from({ length: LONG }, () => sign)]);
    expect(text.isWellFormed()).toBe(true);
    expect(text).toMatch(/…\n\nThis answer/);
    expect(text.length).toBeLessThanOrEqual(ANSWER_CHARACTERS_MAX);
  }
});

test('Markdown that was left open is closed', async () => {
  expect((await read([`**Bold ${words(LONG)}`])).text).toContain('word**…\n\nThis answer');
  expect((await read([`**Bold** ${words(LONG)}`])).text).toContain('word…\n\nThis answer');
});
