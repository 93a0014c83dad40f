import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startServer, type TestServer } from '../../e2e/support/server.ts';
import { ERRORS } from '../errors.ts';
import type { ApiDocument, Operation } from './complete-document.ts';
import type { JsonSchema } from './example-of.ts';
import { operationsOf, schemaOf } from './testing/document.ts';

let server: TestServer;
let document: ApiDocument;
let operations: { name: string; path: string; operation: Operation }[];

beforeAll(async () => {
  server = await startServer();
  document = await (await fetch(`${server.url}/api/openapi.json`)).json();
  operations = operationsOf(document);
});
afterAll(() => server.close());

/** The places of a schema that say nothing of what is in them. */
function openParts(schema: JsonSchema | undefined, place: string): string[] {
  if (!schema || schema.$ref) return [];
  const { properties = {}, additionalProperties: rest, items, anyOf, oneOf, allOf } = schema;
  const parts = [...(anyOf ?? []), ...(oneOf ?? []), ...(allOf ?? [])];
  const isObject = [schema.type].flat().includes('object');
  const isKnown = Object.keys(properties).length > 0 || parts.length > 0;
  const isMap = typeof rest === 'object' && Object.keys(rest).length > 0;
  if (isObject && !isKnown && !isMap) return [place];
  return [
    ...Object.entries(properties).flatMap(([name, one]) => openParts(one, `${place}.${name}`)),
    ...(isMap ? openParts(rest, `${place}{}`) : []),
    ...(items ? openParts(items, `${place}[]`) : []),
    ...parts.flatMap((part) => openParts(part, place)),
  ];
}

/** The texts of an example that only repeat the name of their field. */
function placeholders(value: unknown, place: string, name = ''): string[] {
  if (value === name && name !== '') return [`${place}: ${name}`];
  if (Array.isArray(value)) return value.flatMap((one) => placeholders(one, place, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => placeholders(one, place, key));
}

const failing = (check: (path: string, operation: Operation) => boolean) =>
  operations.filter(({ path, operation }) => !check(path, operation)).map(({ name }) => name);

test('the document is OpenAPI 3.1: every reference leads somewhere, every path is spelled out', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(operations.length).toBeGreaterThan(40);
  const refs = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/([^"]+)"/g);
  const { components } = document as unknown as { components: Record<string, object> };
  for (const [, ref = ''] of refs) {
    const [kind = '', name = ''] = ref.split('/');
    expect(Object.keys(components[kind] ?? {}), ref).toContain(name);
  }
  const inPath = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const declared = ({ parameters = [] }: Operation) =>
    parameters.filter((one) => one.in === 'path' && one.required).map(({ name }) => name);
  expect(failing((path, op) => `${inPath(path)}` === `${declared(op)}`)).toEqual([]);
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every route says what it does, who may ask, and how it refuses', () => {
  const schemes = Object.keys(document.components.securitySchemes ?? {});
  expect(
    failing((_, { summary, tags, security, responses }) => {
      const known = security?.flatMap(Object.keys).every((name) => schemes.includes(name));
      const statuses = Object.keys(responses);
      return Boolean(summary && tags?.length && known && statuses.includes('500'));
    }),
  ).toEqual([]);
  expect(failing((_, op) => !op.requestBody || '413' in op.responses)).toEqual([]);
});

test('every body has an example, which its schema accepts', () => {
  const wrong = operations.flatMap(({ name, operation }) => {
    const bodies = [operation.requestBody, ...Object.values(operation.responses)];
    return bodies.flatMap((body) =>
      Object.entries(body?.content ?? {}).flatMap(([type, { schema, example }]) => {
        if (!schema || type === 'text/event-stream') return [];
        const { error } = schemaOf(document, schema).safeParse(example);
        return error ? [`${name}: ${type}: ${z.prettifyError(error)}`] : [];
      }),
    );
  });
  expect(wrong).toEqual([]);
});

test('every parameter says what it is', () => {
  const silent = operations.flatMap(({ name, operation: { parameters = [] } }) =>
    parameters.filter(({ description }) => !description).map((one) => `${name}: ${one.name}`),
  );
  expect(silent).toEqual([]);
});

test('nothing is left open but what differs from row to row', () => {
  const { schemas } = document.components;
  const bodies = operations.flatMap(({ name, operation }) =>
    [operation.requestBody, ...Object.values(operation.responses)].flatMap((body) =>
      Object.values(body?.content ?? {}).map(({ schema }) => [name, schema] as const),
    ),
  );
  const open = [...Object.entries(schemas), ...bodies].flatMap(([name, schema]) =>
    openParts(schema, name),
  );
  expect(open).toEqual(['CustomerEvent.payload', 'AuditRow.before', 'AuditRow.after']);
});

test('no example is a mere placeholder, and a name is that of what has it', () => {
  const examples = operations.flatMap(({ name, operation }) =>
    [operation.requestBody, ...Object.values(operation.responses)].flatMap((body) =>
      Object.values(body?.content ?? {}).map(({ example }) => placeholders(example, name)),
    ),
  );
  expect(examples.flat()).toEqual([]);
  const { paths } = document;
  const company = paths['/api/company']?.get?.responses['200']?.content?.['application/json'];
  expect(company?.example).toMatchObject({ name: 'Rivera Hardscapes' });
  const config = paths['/api/chat/config']?.get?.responses['200']?.content?.['application/json'];
  expect(config?.example).toMatchObject({ site: { name: 'Main website' } });
});

test('a price list is described where it is read and where it is published', () => {
  const { put, get } = document.paths['/api/calculator/config'] ?? {};
  const published = put?.requestBody?.content['application/json'];
  const check = schemaOf(document, published?.schema ?? {});
  const wrong = { base_version: 1, config: { currency: 'dollars' } };
  expect(check.safeParse(published?.example).success).toBe(true);
  expect(check.safeParse(wrong).success).toBe(false);
  expect(get?.responses['200']?.content?.['application/json']?.example).toMatchObject({
    config: { services: [{ id: 'mulch' }] },
  });
});

test('a problem may have any code of the list, and no other', () => {
  expect(document.components.schemas.Problem?.properties?.code?.enum).toEqual(Object.keys(ERRORS));
});

test('the limits are stated', () => {
  for (const limit of [
    '64 kB',
    '4,000',
    '60 turns',
    '600 turns',
    '20 chat',
    '10 sign',
    '600 calls',
  ]) {
    expect(document.info.description).toContain(limit);
  }
});
