import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guidedAssistant } from './guided-assistant.ts';
import { newIntake } from './intake.ts';
import { money } from './speech/words.ts';
import { startChat } from './testing/chat.ts';
import { FACTS, FACTS_ES } from './testing/demo-facts.ts';
import { understand } from './understand.ts';

const SAID = [
  'hi',
  'patio',
  '20x25',
  'fence 100x6',
  'mulch',
  'actually 18x20',
  'yes',
  'no',
  'dave',
  '916-555-0134',
  'how much',
  '$5',
  'USD 1200',
  '12k',
  'no thanks',
  'person',
  '?',
  'are you a bot',
  '1/0',
  '0x0',
  '-5',
  'sí',
  'veinte por treinta',
  'name: $100',
  "I'm 500 dollars",
  '99999999999',
  'half an acre',
  '👍',
  '\n',
  'x',
  '5\'6"',
  'i live at 12 Oak St',
  'roof',
  'hours?',
  '٣',
  'toString',
  '__proto__',
  'constructor',
];
const fragment = fc.oneof(
  fc.constantFrom(...SAID),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const message = fc.array(fragment, { maxLength: 5 }).map((parts) => parts.join(' '));
const AMOUNT = /[$€£]\s?\d[\d,.]*\d|[$€£]\s?\d/g;

describe('any text at all', () => {
  it('is understood without an exception, with inputs that are decimals within their limits', () => {
    fc.assert(
      fc.property(message, fc.constantFrom(FACTS, FACTS_ES), (text, facts) => {
        for (const job of understand(text, { facts, intake: newIntake() }).jobs) {
          for (const [id, value] of Object.entries(job.inputs)) {
            const service = facts.services.find((one) => one.id === job.service);
            const input = service?.inputs.find((one) => one.id === id);
            if (input?.kind === 'choice') continue;
            expect(value).toMatch(/^\d+(\.\d{1,2})?$/);
            expect(Number(value)).toBeGreaterThanOrEqual(Number(input?.min));
            expect(Number(value)).toBeLessThanOrEqual(Number(input?.max));
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is answered with words, in finite pieces, and with no amount that is not in a quote', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 6 }), async (lines) => {
        const chat = startChat();
        for (const line of lines) {
          const said = await chat.say(line);
          expect(said.trim()).not.toBe('');
          expect(chat.pieces.length).toBeLessThan(20);
          const quoted = chat.quotes.map((quote) => money(quote.total, quote.currency, FACTS));
          for (const amount of said.match(AMOUNT) ?? []) expect(quoted).toContain(amount);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('takes long and repetitive text in linear time', () => {
    for (const unit of [
      '20 x ',
      'a ',
      'dave ',
      '9 1 6 ',
      'joe at ',
      'a.b@',
      '12 oak ',
      '((((',
      'and ',
      "'",
      '5 ft ',
      'twenty ',
    ]) {
      const text = unit.repeat(Math.ceil(4000 / unit.length)).slice(0, 4000);
      expect(() => understand(text, { facts: FACTS, intake: newIntake() })).not.toThrow();
    }
  });
});

it('stops at once, without an exception, when its signal is aborted', async () => {
  const abort = new AbortController();
  abort.abort();
  let calls = 0;
  const count = async () => {
    calls += 1;
    throw new Error('must not be called');
  };
  const turn = {
    facts: FACTS,
    history: [],
    text: 'dave 916-555-0134, 20x25 patio, call me',
    intake: null,
    quotes: [],
  };
  const tools = { getQuote: count, saveCustomerDetails: count, requestHuman: count };
  const answer = guidedAssistant.answer(turn, tools, abort.signal);
  expect(await answer.next()).toMatchObject({ done: true });
  expect(calls).toBe(0);
});
