import { describe, expect, it } from 'vitest';
import { startDemoChat } from './testing/demo-company.ts';

/** Says the lines one by one to the demo company: the areas it priced, and its last answer. */
async function areasOf(lines: string[]) {
  const chat = startDemoChat();
  let said = '';
  for (const line of lines) said = await chat.say(line);
  return { said, areas: chat.quotes.map(({ inputs }) => inputs.area) };
}

describe('two areas in one message', () => {
  it.each([
    ["patio 14'x20' plus 4' walkway 30' long", '400'],
    ['patio 14x20 plus a 4 ft walkway 30 ft long', '400'],
    ['patio 14x20 and a walkway 3 feet wide and 40 feet long', '400'],
    ['12x16 patio + 3ft wide path, 25 ft long', '267'],
    ['patio 14x20 and the walkway is 30 long 4 wide', '400'],
    ['patio 300 sq ft plus a 4 foot path about 20 feet long', '380'],
    ['mulch bed 4 ft by 30 ft and another bed 3 ft wide 12 ft long', '156'],
    ['patio 20 ft wide 14 ft long and walkway 4 ft wide 30 ft long', '400'],
  ])('are added up where one is told by width and length: %s', async (line, area) => {
    expect((await areasOf([line])).areas).toEqual([area]);
  });

  it.each([
    ['patio 14x20 with a 4 ft wide walkway', /part that is 4 ft on one side/],
    ["patio 14x20 plus 30' long walkway", /part that is 30 ft on one side/],
    ['patio 14x20 plus walkway', /how big is the other part/],
  ])('are not priced as one where the second has no size: %s', async (line, question) => {
    const { said, areas } = await areasOf([line]);
    expect(areas).toEqual(['280']);
    expect(said).toMatch(question);
  });
});

describe('another area, told later', () => {
  it.each([
    [['20x25 patio', 'plus a 4x30 walkway']],
    [['20x25 patio', 'also need a walkway 4 ft wide 30 ft long']],
    [['20x25 patio', 'and a walkway', '4x30']],
    [['20x25 patio', 'and a walkway', '4 ft wide', '30']],
    [['20x25 patio plus a 4 ft wide walkway', '30 ft long']],
    [['20x25 patio plus walkway', 'total is 620']],
  ])('is added to the first: %j', async (lines) => {
    expect((await areasOf(lines)).areas).toEqual(['500', '620']);
  });

  it('can be left out again', async () => {
    const { said, areas } = await areasOf(['20x25 patio', 'and a walkway', 'no thats included']);
    expect(areas).toEqual(['500']);
    expect(said).toMatch(/^All right\./);
  });

  it('is added only up to what can be priced', async () => {
    const { said, areas } = await areasOf([
      'patio 15000 sq ft',
      'and a driveway',
      'it is 8000 sq ft',
    ]);
    expect(areas).toEqual(['15000']);
    expect(said).toContain('20,000 sq ft');
  });
});
