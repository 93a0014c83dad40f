import { describe, expect, test } from 'vitest';
import type { Ctx } from '../context.ts';
import { toProblem } from '../errors.ts';
import { createRouter } from '../platform/http/router.ts';
import { newId } from '../platform/ids.ts';
import { calculatorRoutes } from './routes.ts';
import { testConfigInput } from './testing.ts';
import { companyWithPrices, inRole } from './testing-db.ts';

/** The routes as the app mounts them, with somebody logged in. */
function asking(ctx: Ctx) {
  const app = createRouter();
  app.use(async (c, next) => {
    c.set('ctx', ctx);
    await next();
  });
  app.route('/', calculatorRoutes);
  app.onError((error, c) => {
    const problem = toProblem(error, 'r1');
    return c.body(JSON.stringify(problem), { status: problem.status as 422 });
  });
  return async (method: string, path: string, body?: unknown) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const headers = { 'Content-Type': 'application/json' };
    const init = body === undefined ? { method } : { method, headers, body: text };
    const response = await app.request(`/api/calculator${path}`, init);
    return { status: response.status, body: await response.json() };
  };
}

test('services are listed, one is priced, and the quote is found again', async () => {
  const ask = asking(await companyWithPrices());
  const services = await ask('GET', '/services');
  expect(services).toMatchObject({
    status: 200,
    body: { items: [{ id: 'work' }], next_cursor: null },
  });
  const quote = await ask('POST', '/quotes', { service: 'work', inputs: { size: '2.5' } });
  expect(quote).toMatchObject({ status: 201, body: { number: 'Q-1001', total: 2_750 } });
  const again = await ask('GET', `/quotes/${quote.body.id}`);
  expect(again).toMatchObject({ status: 200, body: quote.body });
  const history = await ask('GET', '/history?limit=1');
  expect(history).toEqual({ status: 200, body: { items: [again.body], next_cursor: null } });
});

describe('inputs on the wire', () => {
  test.each([
    [{ size: 2.5 }, '2.5'],
    [{ size: 20.1 * 25.3 }, '508.53'],
    [{ size: '0002.50' }, '2.5'],
  ])('%j is read as %s', async (inputs, size) => {
    const ask = asking(await companyWithPrices());
    const { status, body } = await ask('POST', '/quotes', { service: 'work', inputs });
    expect(status).toBe(201);
    expect(body.inputs.size).toBe(size);
  });

  test.each([
    ['{"service":"work","inputs":{"size":1e999}}', 'validation_failed', 'inputs.size'],
    ['{"service":"work","inputs":{"size":null}}', 'validation_failed', 'inputs.size'],
    ['{"service":"work","inputs":{"size":[1]}}', 'validation_failed', 'inputs.size'],
    ['{"service":"work","inputs":{"size":true}}', 'validation_failed', 'inputs.size'],
    ['{"service":"work","inputs":[1]}', 'validation_failed', 'inputs'],
    ['{"service":"work"}', 'validation_failed', 'inputs'],
    ['{"service":"work","inputs":{},"customer_id":"7"}', 'validation_failed', 'customer_id'],
    ['{"service":"work","inputs":{"size":-5}}', 'quote_inputs_invalid', 'inputs.size'],
    ['{"service":"work","inputs":{"size":1e21}}', 'quote_inputs_invalid', 'inputs.size'],
    ['{"service":"work","inputs":{"size":"1,000"}}', 'quote_inputs_invalid', 'inputs.size'],
    ['{"service":"work","inputs":{}}', 'quote_inputs_missing', 'inputs.size'],
  ])('%s is refused', async (body, code, path) => {
    const ask = asking(await companyWithPrices());
    const refused = await ask('POST', '/quotes', body);
    expect(refused).toMatchObject({ status: 422, body: { code, errors: [{ path }] } });
  });
});

test('what is not there, or not an id, is refused', async () => {
  const ask = asking(await companyWithPrices());
  const codeOf = async (...args: Parameters<typeof ask>) => (await ask(...args)).body.code;
  expect(await codeOf('GET', `/quotes/${newId()}`)).toBe('not_found');
  expect(await codeOf('GET', '/quotes/7')).toBe('validation_failed');
  expect(await codeOf('GET', '/history?cursor=7')).toBe('cursor_invalid');
  expect(await codeOf('GET', '/config?version=0')).toBe('validation_failed');
  expect(await codeOf('GET', '/config?version=9')).toBe('not_found');
  expect(await codeOf('POST', '/quotes', { service: 'roof', inputs: {} })).toBe('service_unknown');
});

test('the price list is read, changed and put back', async () => {
  const ctx = await companyWithPrices();
  const ask = asking(ctx);
  const { body: read } = await ask('GET', '/config');
  expect(read).toMatchObject({ version: 1, config: { currency: 'USD' } });
  const config = { ...read.config, validity_days: 7 };
  const put = await ask('PUT', '/config', { base_version: 1, config });
  expect(put).toMatchObject({ status: 200, body: { version: 2, config: { validity_days: 7 } } });
  const late = await ask('PUT', '/config', { base_version: 1, config });
  expect(late).toMatchObject({ status: 409, body: { code: 'conflict' } });
  const wrong = testConfigInput({ derived: [{ id: 'half', formula: 'size / two' }] });
  expect(await ask('PUT', '/config', { base_version: 2, config: wrong })).toMatchObject({
    status: 422,
    body: {
      code: 'calculator_config_invalid',
      errors: [{ path: 'services[0].derived[0].formula' }],
    },
  });
  const denied = await asking(inRole(ctx, 'sales'))('PUT', '/config', { base_version: 2, config });
  expect(denied).toMatchObject({ status: 403, body: { code: 'forbidden' } });
});

test('the API reference can describe every route', () => {
  const document = calculatorRoutes.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Test', version: '1' },
  });
  expect(Object.keys(document.paths ?? {})).toHaveLength(5);
  expect(JSON.stringify(document)).toContain('"CalculatorConfig"');
});
