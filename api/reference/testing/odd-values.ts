import fc from 'fast-check';

const ID = '019aa000-0000-7000-8000-000000000001';

/** Instants and days at and beyond the edges of what JavaScript, ISO 8601 and Postgres each accept. */
const TIMES = [
  '1',
  '0',
  '2024',
  'now',
  'infinity',
  '-infinity',
  'epoch',
  'allballs',
  'today',
  '0000-01-01',
  '0000-12-31',
  '0001-01-01',
  '9999-12-31',
  '10000-01-01',
  '2024-02-30',
  '2023-02-29',
  '2024-13-01',
  '2024-1-1',
  '12/31/2024',
  'Sat Nov 21 2026',
  '-000001-01-01T00:00:00Z',
  '+275760-09-13T00:00:00.000Z',
  '+275760-09-13T00:00:00.001Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '0001-01-01T00:00:00+00:01',
  '4713-01-01T00:00:00Z BC',
  '9999-12-31T23:59:59.999999Z',
  '9999-12-31T23:59:59-00:01',
  '9999-12-31T23:59:59-15:59',
  '2024-02-30T00:00:00Z',
  '2024-06-31T00:00:00Z',
  '2024-01-01T24:00:00Z',
  '2024-01-01T23:59:60Z',
  '2024-01-01T00:00:00',
  '2024-01-01 00:00:00Z',
  '2024-01-01T00:00:00+15:59',
  '2024-01-01T00:00:00+16:00',
  '2024-01-01T00:00:00-23:59',
  '2024-01-01T00:00:00+23:59',
  '2024-01-01T00:00:00+99:99',
  '2024-01-01T00:00:00.123456789Z',
  `2024-01-01T00:00:00.${'9'.repeat(200)}Z`,
  '2024-01-01T00:00:00Z\u0000',
  '2024-01-01T00:00:00 Europe/Berlin',
];

const NUMBERS = [
  '-1',
  '+1',
  '0',
  '00',
  '1.5',
  '1e3',
  '1e309',
  '0x10',
  ' 7 ',
  'NaN',
  'Infinity',
  '101',
  '2147483647',
  '2147483648',
  '4294967296',
  '9007199254740993',
  '9223372036854775807',
  '9223372036854775808',
  '18446744073709551616',
  '999999999999999',
  '9'.repeat(20),
  '9'.repeat(150),
  '٤٢',
];

const TEXTS = [
  '',
  ' ',
  '\t\n',
  '%',
  '%%%_\\',
  '\\',
  "'; drop table companies; --",
  '"',
  '$1',
  '{}',
  '{"a":1}',
  'null',
  'true',
  'undefined',
  '__proto__',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  'zażółć gęślą jaźń',
  '\u202e\u200b\u2060',
  '\u0000',
  'a\u0000b',
  '\ufffe\uffff',
  '😀'.repeat(60),
  'x'.repeat(199),
  'x'.repeat(5_000),
];

const IDS = [
  ID,
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  ID.toUpperCase(),
  `{${ID}}`,
  ID.replaceAll('-', ''),
  `${ID}\u0000`,
  `${ID} `,
  ID.slice(0, -1),
  `${ID.slice(0, -1)}g`,
  `${ID}/x`,
  ID.replaceAll('-', '–'),
];

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
const base64url = (text: string) => Buffer.from(text, 'utf8').toString('base64url');

const CURSORS = [
  ...TIMES.map((time) => base64url(`${time}|${ID}`)),
  ...IDS.map((id) => base64url(`2026-11-21T00:00:00.000Z|${id}`)),
  ...['', '|', '||', `|${ID}`, '2026-11-21T00:00:00Z', `2026-11-21T00:00:00Z|${ID}|${ID}`].map(
    base64url,
  ),
  base64(`2026-11-21T00:00:00Z|${ID}`),
  'MXx',
  '====',
  '-_-_',
  '18446744073709551615.9223372036854775807',
  '99999999999999999999.9999999999999999999',
];

const LISTS = [CURSORS, TIMES, NUMBERS, IDS, TEXTS];

/** The list that is most likely to break a parameter or field, by its name. */
function likelyList(name: string): string[] {
  if (name === 'cursor' || name === 'since') return CURSORS;
  if (/from|to$|_at$|date|until/.test(name)) return TIMES;
  if (/^id$|_id$|ids$/.test(name)) return IDS;
  return /limit|version|seq|event-id|minutes|amount/.test(name) ? NUMBERS : TEXTS;
}

const bytes = fc.uint8Array({ maxLength: 40 }).map((part) => Buffer.from(part).toString('latin1'));

/** A known odd value with one character changed, or a text of any characters. */
const mutations = fc.oneof(
  fc
    .tuple(fc.constantFrom(...LISTS.flat()), fc.nat(60), bytes)
    .map(([value, at, text]) =>
      (value.slice(0, at) + text.slice(0, 1) + value.slice(at + 1)).toWellFormed(),
    ),
  fc.tuple(bytes, fc.constantFrom(ID, '')).map(([time, id]) => base64url(`${time}|${id}`)),
  bytes,
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.toWellFormed()),
);

/** `count` odd values for one parameter or field: the likely list, the other lists, then mutations. */
export function oddValues(name: string, count: number, seed: number): string[] {
  const first = likelyList(name);
  const known = [first, ...LISTS.filter((list) => list !== first)].flat();
  const more = fc.sample(mutations, { seed, numRuns: count });
  const likely = known.slice(0, first.length);
  // Of the other lists as many as there is room for, spread over all of them.
  const others = known.slice(first.length);
  const room = Math.max(0, Math.ceil((count - likely.length) / 2));
  const step = Math.max(1, Math.floor(others.length / Math.max(1, room)));
  const spread = others.filter((_, index) => index % step === seed % step).slice(0, room);
  return [...likely, ...spread, ...more].slice(0, count);
}

/** What JSON can hold in place of a text, in a body. */
export const ODD_JSON: unknown[] = [null, true, 0, -1, 0.1, 1e300, 2 ** 53, [], {}, [[]], [null]];
