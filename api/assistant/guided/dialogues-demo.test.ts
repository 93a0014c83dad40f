import { describe, expect, it } from 'vitest';
import { startDemoChat } from './testing/demo-company.ts';

type Inputs = Record<string, string>;

/** Says the lines one by one to the demo company; the quotes as service and inputs, and the last answer. */
async function quotesOf(lines: string[]) {
  const chat = startDemoChat();
  let said = '';
  for (const line of lines) said = await chat.say(line);
  return { chat, said, quotes: chat.quotes.map(({ inputs }) => inputs) };
}

const patio = (area: string, paver = 'standard'): Inputs => ({ area, paver });
const fence = (length: string, height = '6', material = 'cedar', gates = '0'): Inputs => ({
  length,
  height,
  material,
  gates,
});
const mulch = (area: string, depth = '3', type = 'bark'): Inputs => ({ area, depth, type });

describe('a size told by the one before', () => {
  const TOLD: [string, Inputs, string][] = [
    ['20x25 patio', patio('1000'), 'double that'],
    ['20x25 patio', patio('1000'), 'can you price it twice the size?'],
    ['20x25 patio', patio('250'), 'half that please'],
    ['20x25 patio', patio('250'), 'what about half the size'],
    ['20x25 patio', patio('1000'), 'twice as big'],
    ['20x25 patio', patio('1000'), 'el doble'],
    ['20x25 patio', patio('600'), 'add another 100 sq ft'],
    ['20x25 patio', patio('600'), 'another 10x10 too'],
    ['100 ft fence', fence('200'), 'what if its double that'],
    ['100 ft fence', fence('50'), 'and half of that?'],
    ['100 ft fence', fence('120'), 'add 20 feet'],
    ['100 ft fence', fence('120'), '20 feet more'],
    ['100 ft fence', fence('110'), 'make it 10 ft longer'],
    ['mulch 400 sq ft', mulch('1200'), 'triple that'],
  ];
  it.each(TOLD)('%s, %o: %s', async (before, inputs, line) => {
    const { quotes } = await quotesOf([before, line]);
    expect(quotes.at(-1)).toEqual(inputs);
    expect(quotes).toHaveLength(2);
  });

  it.each(['make it a bit bigger', 'make it 5 feet longer', 'i changed my mind, smaller'])(
    'is asked for where the words leave it open: %s',
    async (line) => {
      const { quotes, said } = await quotesOf(['20x25 patio', line]);
      expect(quotes).toHaveLength(1);
      expect(said).toMatch(/^About how big is the patio\?/);
    },
  );

  it.each([
    'can i pay half now',
    'thats half the price of the other guy',
    'is it half down',
    'is that half of what others charge',
    'this is twice what I expected',
    'double check that please',
    'i need 3 more quotes before i decide',
    'a longer warranty?',
    'takes longer than a week?',
    'double the height',
  ])('is not heard in what is said of money and height: %s', async (line) => {
    expect((await quotesOf(['100 ft fence', line])).quotes).toHaveLength(1);
  });

  it('keeps to what can be priced', async () => {
    const { quotes, said } = await quotesOf(['patio 15000 sq ft', 'double that']);
    expect(quotes).toHaveLength(1);
    expect(said).toContain('from 20 sq ft to 20,000 sq ft');
  });
});

describe('two parts in one message', () => {
  const PARTS: [string, Inputs[]][] = [
    ['fence 100 ft 6 ft high and 50 ft 4 ft high', [fence('100'), fence('50', '4')]],
    ['i need 100 feet of 6ft fence and 40 feet of 8 foot fence', [fence('100'), fence('40', '8')]],
    ['front 4 ft high 50 ft fence, back 6 ft high 100 ft', [fence('50', '4'), fence('100')]],
    ['fence 50 ft cedar, 30 ft redwood', [fence('50'), fence('30', '6', 'redwood')]],
    ['mulch 500 sq ft 3 inches and 200 sq ft 4 inches deep', [mulch('500'), mulch('200', '4')]],
    [
      'patio 20x20 standard and another 10x10 in natural stone',
      [patio('400'), patio('100', 'natural_stone')],
    ],
    ['how much for 100 ft fence at 6ft vs 8ft', [fence('100'), fence('100', '8')]],
    [
      'how much better is redwood than cedar, 60 ft fence',
      [fence('60', '6', 'redwood'), fence('60')],
    ],
    ['20x25 patio, standard or premium?', [patio('500'), patio('500', 'premium')]],
  ];
  it.each(PARTS)('are priced each by itself: %s', async (line, parts) => {
    expect((await quotesOf([line])).quotes).toEqual(parts);
  });

  it.each([
    ['L shaped patio 10x20 plus 8x12', patio('296')],
    ['100 ft of fence, 2 gates, 6 feet tall', fence('100', '6', 'cedar', '2')],
    ['mulch 400 sq ft red and black', mulch('400', '3', 'dyed')],
    ['fence 100 ft 6 ft high, no wait 8 ft high', fence('100', '8')],
  ])('are not made of one: %s', async (line, inputs) => {
    expect((await quotesOf([line])).quotes).toEqual([inputs]);
  });

  it.each([
    'patio 20x25, half natural stone half standard',
    'sides 6 ft high, front 4 ft high, 150 ft total fence',
    'mulch 300 sq ft, 3 inches in front and 4 inches in back',
  ])('are not priced with one size between them: %s', async (line) => {
    const { quotes, said } = await quotesOf([line]);
    expect(quotes).toEqual([]);
    expect(said).toMatch(/^I price each part by its own size/);
  });

  it('are both told again when the price is asked for', async () => {
    const { said } = await quotesOf([
      'fence 100 ft 6 ft high and 50 ft 4 ft high',
      'how much in all',
    ]);
    expect(said).toContain('100 ft long, 6 ft high');
    expect(said).toContain('50 ft long, 4 ft high');
  });
});

describe('what the company does not price', () => {
  it.each([
    'chain link fence 100 ft',
    'do you do vinyl fences',
    'what about a vinyl fence 100 ft',
    'rubber mulch 200 sq ft',
    'cypress mulch 300 sf',
    'stamped concrete patio 20x20',
    'brick fence 100 ft',
    '100 ft fence 5 ft high',
    'mulch 2 ft deep 10x10',
  ])('gets no price of something else: %s', async (line) => {
    const { quotes, said } = await quotesOf([line]);
    expect(quotes).toEqual([]);
    expect(said).toMatch(/can be|You can choose|I can price depth/);
  });

  it.each([
    ['replace my old chain link fence, 100ft', fence('100')],
    ['30m of fence 1.8m high', fence('98.43')],
  ])('is not heard in %s', async (line, inputs) => {
    expect((await quotesOf([line])).quotes).toEqual([inputs]);
  });

  it.each([
    'can you fix my fence',
    'just one post is broken',
    'fence staining 100 ft',
    'remove 100 ft of old fence',
    'tree fell on my fence, emergency',
  ])('is a repair, which a person looks at: %s', async (line) => {
    const { said } = await quotesOf([line]);
    expect(said).toMatch(/^I price new work here.*Would you like a person/);
    const { chat } = await quotesOf([line, 'yes']);
    expect(chat.reasons).toHaveLength(1);
  });
});

describe('sizes in a hurry', () => {
  const HURRIED: [string, Inputs][] = [
    ['patio 100 sq meters', patio('1076.39')],
    ["400 sq' of pavers", patio('400')],
    ['patio like 300 maybe 350', patio('350')],
    ['fence 100 ft posts every 8 ft', fence('100')],
    ['fence the backyard. 40 on the left 40 on the right and 60 in the back', fence('140')],
    ['100ft fence with 8 ft panels and 4 ft gate', fence('100')],
    ['half acre of mulch', mulch('21780')],
    ["150 ft fence and one gate, redwood 8'", fence('150', '8', 'redwood', '1')],
    ['mulch, 10 yards', mulch('1080')],
    ['cerca de 80 pies con 2 puertas', fence('80', '6', 'cedar', '2')],
    ['fence 100 ft cedar, not redwood', fence('100')],
    ['patio 300 sq ft regular pavers, premium edging', patio('300')],
    ['mulch. 4 beds, one is 10x4 one is 12x3 and 2 are 6x6', mulch('148')],
    ['need 2 yards of mulch delivered', mulch('216')],
    ['10 cubic yards of mulch 4 inches deep', mulch('810', '4')],
    ['price for 2 patios 10x10', patio('200')],
    ['2 patios, 10x10 and 12x12', patio('244')],
    ['patio 20feet by25feet', patio('500')],
    ['4 beds 5 x 20 each mulch 3 in', mulch('400')],
  ];
  it.each(HURRIED)('%s', async (line, inputs) => {
    expect((await quotesOf([line])).quotes).toEqual([inputs]);
  });

  it('one side of a patio is not its area', async () => {
    expect((await quotesOf(['patio 20'])).said).toBe('And how long is the other side?');
    expect((await quotesOf(['patio 20', '25'])).quotes).toEqual([patio('500')]);
  });

  it('twelve panels are not twelve feet', async () => {
    expect((await quotesOf(['fence 12 panels'])).quotes).toEqual([]);
  });

  it('what was taken as usual anyway is not priced twice', async () => {
    const { quotes, said } = await quotesOf(['100 ft fence', '6 ft high', 'cedar']);
    expect(quotes).toHaveLength(1);
    expect(said).toMatch(/^Your wood fence quote for 100 ft long, 6 ft high, cedar is/);
  });
});
