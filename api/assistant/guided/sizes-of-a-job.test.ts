import { describe, expect, it } from 'vitest';
import { type Intake, newIntake } from './intake.ts';
import { FACTS, FACTS_ES } from './testing/demo-facts.ts';
import { understand } from './understand.ts';

type Jobs = Record<string, Record<string, string>>;

const jobsOf = (text: string, facts = FACTS, intake = newIntake()): Jobs =>
  Object.fromEntries(
    understand(text, { facts, intake }).jobs.map((job) => [job.service, job.inputs]),
  );
const patio = (area: string): Jobs => ({ paver_patio: { area } });
const mulch = (area: string, depth?: string): Jobs => ({
  mulch: depth ? { area, depth } : { area },
});
const fence = (length: string, height?: string): Jobs => ({
  wood_fence: height ? { length, height } : { length },
});

describe('several areas that make one job are added up', () => {
  it.each<[string, Jobs]>([
    ['i need a paver patio. its an L shape, 10x20 and 8x12', patio('296')],
    ['patio 10x20 plus 8x12', patio('296')],
    ['pavers, 10 x 10 and another 5 x 20', patio('200')],
    ['pavers 300 sq ft and 200 sq ft on the side', patio('500')],
    ['pavers for 1500 square feet of driveway and a 200 square foot walkway', patio('1700')],
    ['mulch: front bed 4x20, side bed 3x15, back bed 10x12', mulch('245')],
    ['mulch 20x10 and 100 sq ft, 2 inches deep', mulch('300', '2')],
    ['mulch for 3 beds 4x20 each', mulch('240')],
    ['mulch for two beds of 10 by 10', mulch('200')],
    ['two patios 10x10 each', patio('200')],
    ['patio, two sections 10x12 each', patio('240')],
  ])('%s', (text, expected) => {
    expect(jobsOf(text)).toEqual(expected);
  });

  it.each<[string, Jobs]>([
    ['20x25 patio and that is 500 sq ft', patio('500')],
    ['20x25 patio, so 500 sq ft', patio('500')],
    ['patio 20x25 or 22x25', patio('500')],
    ['patio 20x25 and remove the old one 20x20', patio('500')],
    ['patio 20x25, the existing slab is 10x10', patio('500')],
    [
      '20x25 patio and 100 ft fence and mulch for 300 sq ft',
      {
        ...patio('500'),
        ...fence('100'),
        ...mulch('300'),
      },
    ],
  ])('but not: %s', (text, expected) => {
    expect(jobsOf(text)).toEqual(expected);
  });
});

describe('the sides of a fence are added up', () => {
  it.each<[string, Jobs]>([
    [
      'privacy fence, about 60 feet on each side and 40 across the back, at least 6 feet',
      fence('160', '6'),
    ],
    ['fence 6ft tall. back is 80 ft and both sides are 40 ft', fence('160', '6')],
    ['fence 4 sides 25 ft each', fence('100')],
    ['fence: left side 30 ft, right side 30 ft, back 50 ft', fence('110')],
    ['fence 40 ft, 30 ft and 40 ft', fence('110')],
    ['fence 50 ft plus 20 ft along the drive', fence('70')],
    ['fence one side 40 other side 60 and back 100', fence('200')],
  ])('%s', (text, expected) => {
    expect(jobsOf(text)).toEqual(expected);
  });

  it.each<[string, Jobs]>([
    ['100 ft fence, 30 ft from the house', fence('100')],
    ['fence 100 ft, about 10 ft away from the road', fence('100')],
  ])('but not: %s', (text, expected) => {
    expect(jobsOf(text)).toEqual(expected);
  });
});

describe('the size of something else is not the size of the job', () => {
  it.each<[string, Jobs]>([
    ['I have a 20x40 yard and want a 12x12 patio', patio('144')],
    ['my lot is 50x100, i want a patio of 300 sq ft', patio('300')],
    ['patio 12x12, my house is 2000 sq ft', patio('144')],
    ['my backyard is 3000 sq ft and i want a patio in a corner of it', { paver_patio: {} }],
    ['mulch for part of my yard, the yard is 5000 sq ft', { mulch: {} }],
    ['fence with 8 ft panels, 100 ft', fence('100')],
    ["fence 6' x 100' 4x4 posts", fence('100', '6')],
    ['100 ft fence with a 4 ft gate', fence('100')],
    ['100 ft fence with a 4 foot wide gate', fence('100')],
    ['6 ft fence 100 ft, gate 4 ft wide', fence('100', '6')],
    ['patio 20x25 pavers 6x9 inch', patio('500')],
    ['mulch 20 x 30 feet 4 inch deep', mulch('600', '4')],
    ['my lot is 1/4 acre, need 200 ft of fence', fence('200')],
    ['40 bags of mulch', { mulch: {} }],
    ['pavers, 2 pallets', { paver_patio: {} }],
    ['pavers for 100 guests', { paver_patio: {} }],
    ['never mind the patio how about a fence 60 feet', fence('60')],
  ])('%s', (text, expected) => {
    expect(jobsOf(text)).toEqual(expected);
  });
});

describe('units', () => {
  it.each<[string, Jobs]>([
    ['fence half a mile', fence('2640')],
    ['fence 0.2 km', fence('656.17')],
    ['patio 16 ft diameter', patio('201.06')],
    ['patio 16 ft round', patio('201.06')],
    ['round patio 16 ft', patio('201.06')],
    ['patio, a circle 16 feet across', patio('201.06')],
    ['round patio with a radius of 8 ft', patio('201.06')],
    ['mulch 1.200 pies cuadrados', mulch('1200')],
    ['patio 14 feet 6 inches by 22 feet', patio('319')],
  ])('%s', (text, expected) => {
    const max = (input: (typeof FACTS.services)[0]['inputs'][0]) =>
      input.id === 'length' ? { ...input, max: '5000' } : input;
    const services = FACTS.services.map((one) => ({ ...one, inputs: one.inputs.map(max) }));
    expect(jobsOf(text, { ...FACTS, services })).toEqual(expected);
  });

  const after = (first: string, facts = FACTS): Intake => {
    const [job] = understand(first, { facts, intake: newIntake() }).jobs;
    if (!job) throw new Error(`nothing heard in "${first}"`);
    const { service, inputs, units } = job;
    const known = {
      service,
      inputs,
      units,
      priced: inputs,
      quote_id: 'q',
      refused: false,
      beside: [],
    };
    return { ...newIntake(), current: service, jobs: [known], asked: { what: 'name' } };
  };

  it.each<[string, string, Jobs]>([
    ['50m2 patio', 'actually 60', patio('645.83')],
    ['6 x 8 metres patio', 'what if its 7 x 8', patio('602.78')],
    ['6 x 8 metres patio', 'actually 20x20 ft', patio('400')],
    ['fence 30 metres', 'no, make it 40', fence('131.23')],
    ['20x25 patio', 'actually 60', patio('60')],
  ])('stays with the unit of before: %s, %s', (first, then, expected) => {
    expect(jobsOf(then, FACTS, after(first))).toEqual(expected);
  });
});

describe('a plain number', () => {
  const quoted: Intake = {
    ...newIntake(),
    asked: { what: 'name' },
    current: 'paver_patio',
    jobs: [
      {
        service: 'paver_patio',
        inputs: { area: '500' },
        units: {},
        priced: { area: '500' },
        quote_id: 'q',
        refused: false,
        beside: [],
      },
    ],
  };
  it.each<[string, Jobs]>([
    ['and 300?', patio('300')],
    ['a hundred and twenty', patio('120')],
    ['or maybe 450', patio('450')],
    ['95814', {}],
    ['i left 3 messages', {}],
    ['my budget is 2000', {}],
    ['my budget is 2000, can you go lower?', {}],
    ['would you take 9k', {}],
    ['would you do it for 900', {}],
    ["i'll pay 800 cash", {}],
    ['i only have 500', {}],
    ['what can i get for 5000', {}],
    ['the other guy said 400', {}],
    ['someone quoted me 700', {}],
    ['can you beat 1200', {}],
  ])('%s', (text, expected) => {
    expect(jobsOf(text, FACTS, quoted)).toEqual(expected);
  });

  it('of two does not share the hundred that was said once', () => {
    const [job] = understand('mulch 2 to 3 hundred sq ft', {
      facts: FACTS,
      intake: newIntake(),
    }).jobs;
    expect([job?.inputs.area, job?.ranges]).toEqual(['300', {}]);
  });

  it('keeps no number for later that is no size', () => {
    const loose = (text: string) => understand(text, { facts: FACTS, intake: newIntake() }).loose;
    expect(loose('20x25')).toBe('20x25');
    expect(loose('about 300')).toBe('about 300');
    expect(loose('i left 3 messages!!!')).toBe('');
    expect(loose("what's 2+2")).toBe('');
    expect(loose('<script>alert(1)</script>')).toBe('');
  });
});

it('reads Spanish sizes on a site in either language', () => {
  for (const facts of [FACTS, FACTS_ES]) {
    expect(jobsOf('mantillo', FACTS_ES)).toEqual({ mulch: {} });
    expect(jobsOf('patio de 1.500 pies cuadrados', facts)).toEqual(patio('1500'));
  }
});
