import { describe, expect, it } from 'vitest';
import type { CaptureOptions } from './capture.types.ts';
import { captureDetails, mainDetails } from './capture-details.ts';

const US: CaptureOptions = { country: 'US' };
const detailsOf = (text: string, options: Partial<CaptureOptions> = {}) =>
  mainDetails(captureDetails(text, { ...US, ...options }));

describe('names', () => {
  it.each([
    ["I'm Maria Lopez", 'Maria Lopez'],
    ['my name is maria lopez', 'Maria Lopez'],
    ['My name is Dave I need mulch', 'Dave'],
    ['this is Bob', 'Bob'],
    ['name: joe schmo', 'Joe Schmo'],
    ['Dave here', 'Dave'],
    ['hey, Jean-Luc Picard here', 'Jean-Luc Picard'],
    ['call me Al', 'Al'],
    ["I'm O'Brien", "O'Brien"],
    ['me llamo Łukasz Kowalski', 'Łukasz Kowalski'],
    ['soy Ana Gómez y necesito un patio', 'Ana Gómez'],
    ['mi nombre es pedro', 'Pedro'],
    ["i'm Juan de la Cruz", 'Juan de la Cruz'],
    ['im dave smith looking for a fence 100 ft', 'Dave Smith'],
    ["I'm Dave from Folsom", 'Dave'],
    ["I'm Priyanka", 'Priyanka'],
    ['Need a quote for 500 sq ft. - Dave', 'Dave'],
    ['Need a quote for my patio.\nThanks,\nDave Smith', 'Dave Smith'],
    ['my name is RONALD MCDONALD', 'Ronald McDonald'],
    ["i'm mr. lopez", 'Mr. Lopez'],
    ['Dave Smith Jr here', 'Dave Smith Jr'],
  ])('%j', (text, name) => {
    expect(detailsOf(text).name).toBe(name);
  });

  it.each([
    "I'm looking for a quote",
    "I'm interested in pavers",
    "I'm in Sacramento",
    "It's Sacramento",
    'this is great',
    'This is Urgent',
    'my wife wants a fence',
    "my wife's name is Ana",
    "what's your name?",
    'soy de Sacramento',
    'soy dueño de casa',
    "i'm a homeowner",
    "I'm done",
    "I'm good",
    'i am sure',
    "I'M LOOKING FOR A FENCE",
    "I'm Ready To Start",
    'call me tomorrow',
    'call me maybe',
    'call me at 916-555-0134',
    'quote please 916-555-0134',
    'paver patio 916-555-0134',
    'new driveway, Folsom, 916-555-0134',
    "it's may already",
    "it's 20x25",
    'is anyone here',
    'we live here',
    "I'm not from here",
    'thanks dave',
    'This is a test',
    "i'm confused",
    "i'm on a budget",
    'hello there',
    'email me at joe@x.com',
  ])('none in %j', (text) => {
    expect(detailsOf(text).name).toBeUndefined();
  });

  it.each([
    ['dave', 'Dave'],
    ['Dave Smith', 'Dave Smith'],
    ['dave smith', 'Dave Smith'],
    ['priyanka subramaniam', 'Priyanka Subramaniam'],
    ['smith', 'Smith'],
    ["it's mr. lopez", 'Mr. Lopez'],
    ['put it under maria', 'Maria'],
    ['sure, Bob', 'Bob'],
    ['thanks, Dave', 'Dave'],
    ['dave, 916-555-0134', 'Dave'],
    ['Maria Lopez please', 'Maria Lopez'],
    ['Tom and Anne Miller', 'Tom'],
    ['al', 'Al'],
    ['Nguyễn Thị Hoa', 'Nguyễn Thị Hoa'],
  ])('asked for it: %j', (text, name) => {
    expect(detailsOf(text, { asked: 'name' }).name).toBe(name);
  });

  it.each([
    'no thanks',
    'just a ballpark',
    'yes',
    'no',
    'ok',
    'why?',
    'why',
    '500 sq ft',
    '20x25',
    'how much is it',
    'fence',
    "I'd rather not say",
    'ok thanks bye',
    'dont want to give it',
    'skip',
    'nunya',
    'not yet',
    'later',
    'hmmm',
    'lol',
    'anonymous',
    'john@example.com',
    '?',
    'what do you need it for',
  ])('asked for it, but not given: %j', (text) => {
    expect(detailsOf(text, { asked: 'name' }).name).toBeUndefined();
  });
});
