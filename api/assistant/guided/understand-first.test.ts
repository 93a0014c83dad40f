import { describe, expect, it } from 'vitest';
import { newIntake } from './intake.ts';
import { FACTS, FACTS_ES } from './testing/demo-facts.ts';
import { understand } from './understand.ts';

type Jobs = Record<string, Record<string, string>>;

const jobsOf = (text: string, facts = FACTS): Jobs =>
  Object.fromEntries(
    understand(text, { facts, intake: newIntake() }).jobs.map((job) => [job.service, job.inputs]),
  );

const patio = (area: string, more: Record<string, string> = {}): Jobs => ({
  paver_patio: { area, ...more },
});
const fence = (length: string, height?: string): Jobs => ({
  wood_fence: height ? { length, height } : { length },
});
const mulch = (area: string, depth?: string): Jobs => ({
  mulch: depth ? { area, depth } : { area },
});

const FIRST_MESSAGES: [string, Jobs][] = [
  ['20x25 patio', patio('500')],
  ['need a 20x25 paver patio', patio('500')],
  ['patio 20 by 25 ft', patio('500')],
  ["20' x 25' patio", patio('500')],
  ['20’ × 25’ patio', patio('500')],
  ['20ftx25ft patio', patio('500')],
  ['20 ft. x 25 ft. patio please', patio('500')],
  ['20-foot-by-25-foot patio', patio('500')],
  ['a 20 foot by 12 foot patio', patio('240')],
  ['patio, twenty by twenty-five', patio('500')],
  ['eight by ten patio', patio('80')],
  ['patio about five hundred square feet', patio('500')],
  ['patio, fifteen hundred sq ft', patio('1500')],
  ['patio like a hundred n twenty sq ft', patio('120')],
  ['two hundred and fifty sq ft of pavers', patio('250')],
  ['patio 1,200 sqft', patio('1200')],
  ['patio 500 sq. ft.', patio('500')],
  ['pavers 400 SF', patio('400')],
  ['patio 500 sqaure feet', patio('500')],
  ['patio 400sq', patio('400')],
  ['patio 6 x 8 metres', patio('516.67')],
  ['patio 5m x 7m', patio('376.74')],
  ['patio of 37 square meters', patio('398.26')],
  ['patio 20 ft wide and 25 ft long', patio('500')],
  ['patio 16 long 12 wide', patio('192')],
  ['L: 16 W: 12 patio', patio('192')],
  ['patio, 16L x 12W', patio('192')],
  ['width 12 length 16 patio', patio('192')],
  ['30 feet on one side and 20 on the other, pavers', patio('600')],
  ['20 and 25 ft patio', patio('500')],
  ["patio 12'6\" x 10'", patio('125')],
  ['400 to 500 sq ft patio', patio('500')],
  ['my backyard is 30 by 40 and i want pavers', patio('1200')],
  ['12 x 12 patio with herringbone pavers', patio('144', { pattern: 'herringbone' })],
  ['patio 20x20 w/ zigzag', patio('400', { pattern: 'herringbone' })],
  ['pavrs 500', patio('500')],
  ['patoi 200 sqft', patio('200')],
  ['20x25 pattio plz', patio('500')],
  ['patio 20x25, actually 22x25', patio('550')],
  ['patio - 240 square ft - need by june 15', patio('240')],
  ["10' x 10' patio in 2 weeks", patio('100')],
  ['zip 95814, patio 300 sq ft', patio('300')],
  ['20x25 patio, budget is $5000', patio('500')],
  ['how much would it cost to put in a 16 x 24 paver patio?', patio('384')],
  ['just want a ballpark for 400 sq ft pavers', patio('400')],
  ['need pricing on pavers for the driveway 600 sqft', patio('600')],
  ["I don't need a fence I need a patio 10x10", patio('100')],
  ['fense 100x6', fence('100', '6')],
  ['6x100 fence', fence('100', '6')],
  ['100 linear feet of fence, 6 feet high', fence('100', '6')],
  ['150 ft of 6 ft fence', fence('150', '6')],
  ['6 ft fence 100 feet', fence('100', '6')],
  ['a 6 foot fence 120 feet long', fence('120', '6')],
  ["75' x 6' fence", fence('75', '6')],
  ['75 foot fence 8 foot tall', fence('75', '8')],
  ["need 6' privacy fence, 85 linear feet", fence('85', '6')],
  ['fence: height 6, length 100', fence('100', '6')],
  ['fence 6 ft height 100 ft length', fence('100', '6')],
  ['i want a fence thats six feet tall and two hundred feet long', fence('200', '6')],
  ['two hundred fifty feet of fencing', fence('250')],
  ['fence, a couple hundred feet', fence('200')],
  ['fence 200', fence('200')],
  ['fance 90 feet', fence('90')],
  ['fence 40 yds', fence('120')],
  ['12 ft of fence', fence('12')],
  ['fence 40+30+40 ft', fence('110')],
  ['fence 40 ft and 30 ft and 40 ft', fence('110')],
  ['fence 100 ft no wait 120 ft', fence('120')],
  ['fence around my patio, 120 ft', fence('120')],
  ['I have 2 kids, 3 dogs and need 120 feet of fence 6 ft', fence('120', '6')],
  ['fence 120ft, budget 5k', fence('120')],
  ['120 ft fence under $4,000', fence('120')],
  ['6 ft fence', { wood_fence: { height: '6' } }],
  ['2 dogs and need a fence', { wood_fence: {} }],
  ['mulch 1000 sq ft 3 inches deep', mulch('1000', '3')],
  ['1,000sf mulch 3in', mulch('1000', '3')],
  ['wood chips 300sqft 4"', mulch('300', '4')],
  ['20x25x3 mulch', mulch('500', '3')],
  ['mulch 2" deep over 600 sq ft', mulch('600', '2')],
  ['mulch two and a half inches deep, 100 sq ft', mulch('100', '2.5')],
  ['mulch 2 1/2 inches over 100 sq ft', mulch('100', '2.5')],
  ['half an acre of mulch', mulch('21780')],
  ['mulch 1/4 acre', mulch('10890')],
  ['1k sq ft of mulch', mulch('1000')],
  ['mulhc for a 20x30 bed', mulch('600')],
  ['mulching around the trees, like 300 square feet', mulch('300')],
  ['no patio, just mulch 500 sq ft', mulch('500')],
  ['mulch 12k', { mulch: {} }],
  ['20x25 patio and 100 ft fence', { ...patio('500'), ...fence('100') }],
  ["patio: 20'x18'; mulch: 400sf", { ...patio('360'), ...mulch('400') }],
  [
    'I need 1000 sq ft of mulch, plus a 6 ft tall fence about 80 feet',
    { ...mulch('1000'), ...fence('80', '6') },
  ],
  ['how much for mulch', { mulch: {} }],
  ['do you do roofs?', {}],
  ['how much', {}],
  ['asdf', {}],
];

describe('a first message', () => {
  it.each(FIRST_MESSAGES)('%s', (text, expected) => {
    expect(jobsOf(text)).toEqual(expected);
  });
});

const SPANISH: [string, Jobs][] = [
  ['necesito un patio de 20 por 25 pies', patio('500')],
  ['quinientos pies cuadrados de adoquines', patio('500')],
  ['cuánto cuesta una cerca de 100 pies de largo y 6 de alto', fence('100', '6')],
  ['mantillo para 1.200 pies cuadrados', mulch('1200')],
  ['patio de 5 metros por 8', patio('430.56')],
  ['valla de cien pies', fence('100')],
  ['patio de 48 m2', patio('516.67')],
  ['mantillo, medio acre', mulch('21780')],
];

describe('a first message in Spanish', () => {
  it.each(SPANISH)('%s', (text, expected) => {
    expect(jobsOf(text, FACTS_ES)).toEqual(expected);
  });
});
