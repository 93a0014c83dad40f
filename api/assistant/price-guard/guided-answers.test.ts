import { expect, test } from 'vitest';
import { DEMO_FACTS, startDemoChat } from '../guided/testing/demo-company.ts';
import { createPriceGuard } from './price-guard.ts';
import { extractVisitorNumbers } from './visitor-numbers.ts';

const DIALOGUES = [
  [
    'hi',
    'patio',
    '20x25',
    'what is included?',
    'how long is it valid?',
    'how many pavers?',
    'Dave',
    '916-555-0134',
  ],
  ['fence', '120 ft', '6 ft', '2 gates', 'what did you say the price was?', 'cheaper please'],
  ['mulch', '900 sq ft', '3 inches', 'your phone?', 'your license?', 'when are you open?'],
  ['a patio of 999999 sq ft', 'fence 5 ft tall', 'mulch 90 inches deep', 'person please'],
  ['patio 18 to 20 feet by 25', 'and a 100 ft fence', 'are you a bot?', 'do you serve Davis?'],
  ['patio, my budget is $5000', '10x12 plus 4x30', 'yes', 'start over'],
];
const DIALOGUES_ES = [
  ['hola', 'un patio', '20x25', '¿qué incluye?', '¿hasta cuándo vale?', 'Ana', '916-555-0134'],
  ['una cerca', '120 pies', '6 pies', 'dos puertas', '¿cuánto era?', '¿a qué hora abren?'],
  ['mantillo', '900 pies cuadrados', '3 pulgadas', '¿teléfono?', '¿licencia?'],
];

test.each([
  ...DIALOGUES.map((said) => ['en', said] as const),
  ...DIALOGUES_ES.map((said) => ['es', said] as const),
])('what the guided assistant says passes untouched: %s %j', async (locale, said) => {
  const facts = { ...DEMO_FACTS, locale };
  const chat = startDemoChat({ locale });
  for (const [i, text] of said.entries()) {
    const answer = await chat.say(text);
    const visitor = said.slice(0, i + 1).map(extractVisitorNumbers);
    const guard = createPriceGuard({ facts, quotes: chat.quotes, visitor });
    expect(guard.push(answer) + guard.flush()).toBe(answer);
  }
});
