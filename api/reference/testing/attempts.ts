import fc from 'fast-check';
import type { ApiDocument, Operation } from '../complete-document.ts';
import { exampleOf, type JsonSchema, type Schemas } from '../example-of.ts';
import type { World } from './world.ts';

/** One request, ready to be sent. */
export interface Attempt {
  method: string;
  path: string;
  query: string;
  body: string | null;
  operation: Operation;
}

interface Route {
  method: string;
  path: string;
  operation: Operation;
}

/** Texts that break what was not written with them in mind. */
const NASTY_TEXTS = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  '99999999999999999999',
  'NaN',
  'null',
  '2026-02-31',
  '0000-00-00T00:00:00Z',
  '+275760-09-13T00:00:00.000Z',
  "'; drop table companies; --",
  '%',
  '\\',
  'zażółć gęślą jaźń',
  '👩‍👩‍👧‍👦‮',
  '\u0000',
  '\ud800',
  '\u200b\u2060',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  'x'.repeat(5_000),
  'bmFtZXwwMTlhYTAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDE',
];

const nastyText = fc.oneof(fc.constantFrom(...NASTY_TEXTS), fc.string({ unit: 'grapheme' }));

const nasty: fc.Arbitrary<unknown> = fc.oneof(
  nastyText,
  fc.constantFrom(null, true, 0, -1, 0.1, 1e300, 2 ** 31, 2 ** 53, [], {}, [[]], {
    a: { b: null },
  }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A key and value that no schema asks for, one that means something to JavaScript. */
const extras = fc.constantFrom({ __proto__x: 1 }, { constructor: 1 }, { company_id: 'x', id: 'y' });

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value with one thing in it, at any depth, left out, replaced or added. */
function spoiled(value: unknown): fc.Arbitrary<unknown> {
  if (!isObject(value) || Object.keys(value).length === 0) return nasty;
  const without = (key: string) =>
    Object.fromEntries(Object.entries(value).filter(([k]) => k !== key));
  const inside = fc.constantFrom(...Object.keys(value)).chain((key) =>
    fc.oneof(
      fc.constant(without(key)),
      nasty.map((bad) => ({ ...value, [key]: bad })),
      spoiled(value[key]).map((bad) => ({ ...value, [key]: bad })),
    ),
  );
  return fc.oneof(
    { weight: 6, arbitrary: inside },
    extras.map((extra) => ({ ...value, ...extra })),
    nasty,
  );
}

const RAW_BODIES = ['', '{', '[]', 'null', '"text"', '{"a":"\\u0000"}', '['.repeat(5_000)];

const UUIDS = /"[0-9a-f]{8}-[0-9a-f-]{27}"/g;

/** The value without what must agree with a row that is there already: ids, versions, instants. */
function free(value: unknown): unknown {
  if (!isObject(value)) return value;
  const tied = (key: string) => /_id$|^version$|_at$/.test(key);
  return Object.fromEntries(Object.entries(value).filter(([key]) => !tied(key)));
}

function bodyOf(
  operation: Operation,
  schemas: Schemas,
  { ids, bodies }: { ids: string[]; bodies: Record<string, unknown> },
): fc.Arbitrary<string | null> {
  const media = operation.requestBody?.content['application/json'];
  if (!media?.schema) return fc.constantFrom(null, null, null, '{}', '{');
  const known = bodies[operation.operationId ?? ''];
  const good = known ?? media.example ?? exampleOf(media.schema, schemas);
  const withId = fc
    .constantFrom(...ids)
    .map((id) => JSON.parse(JSON.stringify(good).replaceAll(UUIDS, JSON.stringify(id))));
  const right = fc.oneof(fc.constantFrom(good, known ?? free(good)), withId);
  const json = fc.oneof(right, right.chain(spoiled));
  return fc.oneof(
    { weight: 9, arbitrary: json.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.constantFrom(...RAW_BODIES) },
  );
}

const allowed = ({ enum: values = [], default: usual, maximum }: JsonSchema) =>
  [...values, usual, maximum].filter((value) => value !== undefined).map(String);

function queryOf(operation: Operation): fc.Arbitrary<string> {
  const parameters = (operation.parameters ?? []).filter((one) => one.in === 'query');
  if (parameters.length === 0) return fc.constantFrom('', '?unknown=1');
  const fields = parameters.map(({ name, schema }) => {
    const good = allowed(schema);
    const value = good.length > 0 ? fc.oneof(fc.constantFrom(...good), nastyText) : nastyText;
    return [name, fc.option(value, { freq: 1, nil: undefined })] as const;
  });
  return fc.record(Object.fromEntries(fields)).map((values) => {
    const set = Object.entries(values).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    const pairs = set.map(([name, value]) => `${name}=${escaped(value)}`);
    return pairs.length > 0 ? `?${pairs.join('&')}` : '';
  });
}

const escaped = (text: string) => encodeURIComponent(text.toWellFormed());

const BAD_IDS = [
  'x',
  '%00',
  '%F0%9F%8F%A1',
  '..%2f',
  '0'.repeat(300),
  '019aa000-0000-7000-8000-00000000000g',
];

/** Requests to one route: mostly right, with something wrong in them; other companies' ids too. */
export function attemptsAt(
  { method, path, operation }: Route,
  document: ApiDocument,
  { own, foreignIds }: World,
): fc.Arbitrary<Attempt> {
  const resource = path
    .split('/')
    .slice(2, path.includes('/chat/') ? 4 : 3)
    .join('/');
  const mine = own.idOf[resource] ?? own.ids[0] ?? '';
  const id = fc.oneof(
    { weight: 3, arbitrary: fc.constant(mine) },
    { weight: 1, arbitrary: fc.constantFrom(...foreignIds) },
    { weight: 1, arbitrary: fc.constantFrom(...BAD_IDS, ...own.ids) },
  );
  const ids = [...own.ids, ...foreignIds];
  return fc.record({
    method: fc.constant(method),
    path: id.map((value) => path.replace(/\{\w+\}/g, value)),
    query: queryOf(operation),
    body:
      method === 'GET'
        ? fc.constant(null)
        : bodyOf(operation, document.components.schemas, { ids, bodies: own.bodies }),
    operation: fc.constant(operation),
  });
}
