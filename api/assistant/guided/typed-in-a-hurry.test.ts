import { describe, expect, it } from 'vitest';
import { startDemoChat } from './testing/demo-company.ts';

type Inputs = Record<string, string>;

/** Says the lines one by one to the demo company: the last quote's inputs, and the last answer. */
async function lastQuote(lines: string[], locale: 'en' | 'es' = 'en') {
  const chat = startDemoChat({ locale });
  let said = '';
  for (const line of lines) said = await chat.say(line);
  const last = chat.quotes.at(-1);
  return { said, service: last?.service, inputs: last?.inputs, saved: chat.saved };
}

const patio = (area: string): Inputs => ({ area, paver: 'standard' });
const fence = (length: string, height = '6'): Inputs => ({
  length,
  height,
  material: 'cedar',
  gates: '0',
});
const mulch = (area: string): Inputs => ({ area, depth: '3', type: 'bark' });

describe('thousands parted by a space', () => {
  it.each([
    ['fence 1 200 ft', fence('1200')],
    ['fence 1 200', fence('1200')],
    ['fence 1\u202f200 ft', fence('1200')],
    ['patio 2\u00a0500 sq ft', patio('2500')],
    ['patio 12 500 sq ft', patio('12500')],
  ])('are one number: %s', async (line, inputs) => {
    expect((await lastQuote([line])).inputs).toEqual(inputs);
  });

  it.each([
    ['fence 6 100 ft', fence('100')],
    ['1 200 sq ft patio', patio('200')],
    ['i want 1 100 ft cedar fence', fence('100')],
  ])('are not made of two: %s', async (line, inputs) => {
    expect((await lastQuote([line])).inputs).toEqual(inputs);
  });
});

describe('words typed in one', () => {
  it.each([
    ['patio20x25', patio('500')],
    ['20x25patio', patio('500')],
    ['fence100ft', fence('100')],
    ['100ftfence', fence('100')],
    ['mulch500sqft', mulch('500')],
    ['patio 12ft6in x 20ft', patio('250')],
  ])('%s', async (line, inputs) => {
    expect((await lastQuote([line])).inputs).toEqual(inputs);
  });
});

describe('a service named by what is done', () => {
  it.each(['need the back fenced', 'i want my yard fenced', 'looking to get the side yard fenced'])(
    '%s',
    async (line) => {
      expect((await lastQuote([line])).said).toMatch(/^How long is the fence/);
    },
  );

  it.each([
    ['need the back yard fenced in 120 ft', fence('120')],
    ['need my beds mulched 300 sf', mulch('300')],
    ['i have a fenced yard and want a 20x20 patio', patio('400')],
    ['we have it fenced already, need mulch 200 sf', mulch('200')],
  ])('%s', async (line, inputs) => {
    const { said, ...quote } = await lastQuote([line]);
    expect(quote.inputs).toEqual(inputs);
    expect(said).not.toContain('How long is the fence');
  });
});

describe('gates besides those that were told', () => {
  it.each([
    [['100 ft fence', 'add another gate'], '1'],
    [['100 ft fence with 1 gate', 'add another gate'], '2'],
    [['100 ft fence, 2 gates', 'one more gate'], '3'],
    [['100 ft fence, 2 gates', 'add 2 gates'], '4'],
    [['100 ft fence, 2 gates', 'two more gates please'], '4'],
    [['100 ft fence with 1 gate and another double gate'], '2'],
    [['100 ft fence, 2 gates', 'remove a gate'], '1'],
    [['100 ft fence, 3 gates', 'one less gate'], '2'],
    [['100 ft fence, 2 gates', 'make it 3 gates'], '3'],
  ])('%j', async (lines, gates) => {
    expect((await lastQuote(lines)).inputs?.gates).toBe(gates);
  });

  it('are not torn out', async () => {
    const { said } = await lastQuote(['100 ft fence, 2 gates', 'remove a gate']);
    expect(said).toMatch(/^Updated\./);
    expect(said).not.toContain('removing');
  });
});

describe('a number behind a size', () => {
  it.each([
    ['fence 100 ft 2 gates', { ...fence('100'), gates: '2' }],
    ['100 feet 2 gates fence', { ...fence('100'), gates: '2' }],
    ['patio 500 ft 2', patio('500')],
    ['fence 30.48 m long 1.83 high', fence('100')],
  ])('%s', async (line, inputs) => {
    expect((await lastQuote([line])).inputs).toEqual(inputs);
  });
});

describe('in Spanish', () => {
  it.each([
    [['cerca de madera 100 pies 2 puertas'], { ...fence('100'), gates: '2' }],
    [['cerca 1.8 metros de alto 30 de largo'], fence('98.43')],
    [['quiero cercar mi patio 120 pies'], fence('120')],
    [['cerca 100 pies', 'agrega otra puerta'], { ...fence('100'), gates: '1' }],
    [['cerca 100 pies con 1 puerta', 'una puerta mas'], { ...fence('100'), gates: '2' }],
    [['patio de 1 200 pies cuadrados'], patio('1200')],
    [['patio de 20 por 25 pies mas un camino de 4 pies de ancho y 30 de largo'], patio('620')],
    [['patio 20x25', 'y si le agrego un camino de 4x30'], patio('620')],
  ])('%j', async (lines, inputs) => {
    const quote = await lastQuote(lines, 'es');
    expect(quote.inputs).toEqual(inputs);
    expect(quote.saved).toEqual({});
  });

  it('how long it takes is no question of price', async () => {
    const { said } = await lastQuote(['patio 20x25', 'cuanto tardan'], 'es');
    expect(said).toMatch(/^No tengo esa respuesta/);
  });
});

it.each(['whats it per square foot', 'is that per sq ft'])(
  'tells what a price is for where a rate is asked: %s',
  async (line) => {
    const { said } = await lastQuote(['20x25 patio', line]);
    expect(said).toMatch(/^Your paver patio quote for 500 sq ft/);
  },
);

describe('less than before', () => {
  it.each([
    [['100 ft fence', '20 ft less'], fence('80')],
    [['100 ft fence', 'make it 20 ft shorter'], fence('80')],
    [['20x25 patio', 'take off 50 sq ft'], patio('450')],
    [['cerca 100 pies', '20 pies menos'], fence('80')],
  ])('is taken off: %j', async (lines, inputs) => {
    expect((await lastQuote(lines)).inputs).toEqual(inputs);
  });

  it('is asked for where nothing would be left', async () => {
    const { said, inputs } = await lastQuote(['100 ft fence', '200 ft less']);
    expect(inputs).toEqual(fence('100'));
    expect(said).toMatch(/^How long is the fence/);
  });
});

describe('sizes in a row', () => {
  it.each([
    ['i need fence. 3 sides. 40 50 40', fence('130')],
    ['fence 40ft 50ft 40ft', fence('130')],
    ['fence 40ft 50ft 40ft 6ft high', fence('130')],
    ['mulch 20 ft by 3 ft x 4 beds', mulch('240')],
  ])('%s', async (line, inputs) => {
    expect((await lastQuote([line])).inputs).toEqual(inputs);
  });
});
