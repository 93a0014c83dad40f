import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkCalculatorConfig } from './config.ts';
import { priced } from './testing.ts';

const text = readFileSync(new URL('../../docs/calculator.md', import.meta.url), 'utf8');
const examples = [...text.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => JSON.parse(json));

test('the example in docs/calculator.md can be published and comes out as it says', () => {
  const checked = checkCalculatorConfig(examples.at(-1));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const quote = priced(checked.config, 'patio', { area: '500' });
  expect(quote).toMatchObject({ subtotal: 672_500, tax: 19_181, total: 691_681 });
  expect(quote.waterfall.map(({ amount }) => amount)).toEqual([225_000, 22_500, 425_000, 19_181]);
});
