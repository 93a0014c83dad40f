import { describe, expect, test } from 'vitest';
import { guardOf, quote } from './testing/values.ts';
import { extractVisitorNumbers } from './visitor-numbers.ts';

/** Each is repeated up to the length that is measured. */
const UNITS = [
  '500 ',
  '1 ',
  '4 5 0 0 ',
  'seven ',
  'twelve hundred ',
  '1,000,',
  '1 000 ',
  '5-',
  '1/',
  '1. ',
  '5 or ',
  'and ',
  '5 to ',
  '4k-',
  '$',
  '$1 ',
  '$**',
  '$1 $',
  '(1) ',
  '+1 ',
  '5 x ',
  '20x',
  '①',
  '٣',
  '4️⃣',
  '四',
  '만',
  '中',
  'a',
  'aA1',
  'tausend',
  'é',
  '&',
  '&#52;',
  '<b',
  '<b>',
  '*',
  '\u200b',
  '1\u0336',
  'free ',
  'half ',
  'no ',
  'few ',
  'a dollar ',
  '4% ',
  'your budget of 5 ',
  '$2,475 ',
  '500 sq ft ',
  'how big? that would be 5 ',
  '1 + ',
  '\n1',
  "I can't do 5 ",
  'half of the ',
  'your 5 is less ',
  'do that for ',
  'f - ',
  'MMMD ',
  'at most $2,475 ',
  'not. ',
  'the fence 2 pavers $2,625.06 ',
  '半額できない',
  'one 6 ft 48 or 50 wide ',
  'five dollars and five ',
];
const SHORT = 4_000;
const LONG = 20_000;
const SHORT_MS = 50;
const LONG_MS = 250;
const RUNS = 4; // the quickest counts: other processes share the processor

const ofLength = (unit: string, length: number) =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

function cpuMs(run: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < RUNS; i++) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}

function guard(text: string): void {
  const one = guardOf({
    quotes: [quote],
    visitor: [extractVisitorNumbers('500 sq ft, my budget is $5')],
  });
  for (let at = 0; at < text.length; at += 4) one.push(text.slice(at, at + 4));
  one.flush();
}

describe('no text takes long', () => {
  for (const unit of UNITS) guard(ofLength(unit, 500)); // compiled before it is measured

  test.each(UNITS)('a message of %j', (unit) => {
    expect(cpuMs(() => extractVisitorNumbers(ofLength(unit, SHORT)))).toBeLessThan(SHORT_MS);
    expect(cpuMs(() => extractVisitorNumbers(ofLength(unit, LONG)))).toBeLessThan(LONG_MS);
  });

  test.each(UNITS)('an answer of %j', (unit) => {
    expect(cpuMs(() => guard(ofLength(unit, SHORT)))).toBeLessThan(SHORT_MS);
    expect(cpuMs(() => guard(ofLength(unit, LONG)))).toBeLessThan(LONG_MS);
  });
});
