import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startServer, type TestServer } from '../../e2e/support/server.ts';
import { ERRORS } from '../errors.ts';
import type { ApiDocument, Operation } from './complete-document.ts';
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
