import { describe, expect, it } from 'vitest';
import { noteTurn } from './fold-turn.ts';
import { inferAsked } from './infer-asked.ts';
import { newIntake, readIntake } from './intake.ts';
import { recall } from './recall.ts';
import { makeQuote, startChat } from './testing/chat.ts';
import { FACTS } from './testing/demo-facts.ts';

const turn = { facts: FACTS, history: [], text: '', intake: null, quotes: [] };
const quoteOf = (area: string, number: number) => makeQuote('paver_patio', { area }, FACTS, number);

describe('a turn that a model answered', () => {
  it('is folded in without an answer', () => {
    const first = noteTurn(null, "hi I'm Dave, 20x25 patio", FACTS);
    const then = noteTurn(first, 'actually 18x20, 916-555-0134', FACTS);
    expect(then).toMatchObject({
      asked: null,
      current: 'paver_patio',
      details: { name: 'Dave', phone: '+19165550134' },
      jobs: [{ service: 'paver_patio', inputs: { area: '360' }, quote_id: null }],
    });
  });

  it('reads a bare name where the model asked for it', () => {
    expect(noteTurn(null, 'dave', FACTS, 'Great. What is your name?').details).toEqual({
      name: 'Dave',
    });
    expect(noteTurn(null, 'dave', FACTS, 'How big is it?').details).toEqual({});
  });

  it.each([null, undefined, 42, 'x', {}, { version: 2 }, { ...newIntake(), jobs: 'no' }])(
    'starts anew from %j',
    (stored) => {
      expect(readIntake(stored)).toBeNull();
      expect(noteTurn(stored, 'patio', FACTS).current).toBe('paver_patio');
    },
  );

  it('lets the guided assistant take over with what was said, and not price again what is priced', async () => {
    const chat = startChat();
    chat.quotes.push(quoteOf('500', 1));
    chat.history.push(
      { role: 'visitor', text: '20x25 patio' },
      { role: 'assistant', text: 'It is on the card.' },
    );
    chat.intake = noteTurn(null, '20x25 patio', FACTS);
    expect(await chat.say('thanks')).toMatch(/^You're welcome\. Who should I put on it\?/);
    expect(chat.quotes).toHaveLength(1);
    expect(await chat.say('actually 18x20')).toMatch(/^Updated/);
  });
});

describe('recall', () => {
  it('reads the history again where nothing is stored', () => {
    const history = [
      { role: 'visitor' as const, text: 'need a 100 ft fence' },
      { role: 'assistant' as const, text: 'Sure. What name should I put on it?' },
      { role: 'visitor' as const, text: 'maria lopez' },
    ];
    const known = recall({ ...turn, history });
    expect(known.details).toEqual({ name: 'Maria Lopez' });
    expect(known.jobs).toMatchObject([{ service: 'wood_fence', inputs: { length: '100' } }]);
  });

  it('adopts the newest quote of a service that was not understood from the words', () => {
    const known = recall({ ...turn, quotes: [quoteOf('500', 1), quoteOf('360', 2)] });
    expect(known.jobs).toMatchObject([{ inputs: { area: '360' }, quote_id: 'quote-2' }]);
    expect(
      recall({
        ...turn,
        intake: known,
        quotes: [quoteOf('500', 1), quoteOf('360', 2), quoteOf('200', 3)],
      }).jobs,
    ).toMatchObject([{ inputs: { area: '200' }, quote_id: 'quote-3' }]);
  });

  it('keeps a size that changed after the quote', () => {
    const intake = noteTurn(null, 'patio 400 sq ft', FACTS);
    expect(recall({ ...turn, intake, quotes: [quoteOf('500', 1)] }).jobs).toMatchObject([
      { inputs: { area: '400' }, priced: null },
    ]);
  });

  it('forgets services that the company no longer offers', () => {
    const intake = noteTurn(null, '100 ft fence', FACTS);
    const services = FACTS.services.filter(({ id }) => id !== 'wood_fence');
    expect(recall({ ...turn, intake, facts: { ...FACTS, services } })).toMatchObject({
      jobs: [],
      current: null,
    });
  });
});

describe('what a model asked', () => {
  it.each([
    ['Got it. What name should I put on it?', 'name'],
    ['¿Cómo se llama?', 'name'],
    ["What's the best phone number or email?", 'reach'],
  ])('%s', (text, what) => {
    expect(inferAsked(text)).toEqual({ what });
  });
  it.each([undefined, '', 'How big is the patio?', 'Your name is saved.'])(
    'nothing: %s',
    (text) => {
      expect(inferAsked(text)).toBeNull();
    },
  );
});
