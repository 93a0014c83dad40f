import { expect, test } from 'vitest';
import { servicesOf } from './services-of.ts';
import { testConfig } from './testing.ts';

test('a service tells what it needs to know and no price', () => {
  const [service] = servicesOf(testConfig({ synonyms: ['The WORK'] }));
  expect(service).toEqual({
    id: 'work',
    name: 'Work',
    description: 'Any work.',
    synonyms: ['the work'],
    inputs: [
      {
        id: 'size',
        label: 'Size',
        question: 'How big?',
        kind: 'area',
        unit: 'sq_ft',
        required: true,
        default: null,
        min: '0',
        max: '10000',
        options: [],
      },
      {
        id: 'colour',
        label: 'Colour',
        question: 'Which colour?',
        kind: 'choice',
        unit: null,
        required: false,
        default: 'red',
        min: null,
        max: null,
        options: [
          { id: 'red', label: 'Bright red', synonyms: ['scarlet'] },
          { id: 'blue', label: 'Blue', synonyms: [] },
        ],
      },
    ],
  });
  expect(JSON.stringify(service)).not.toContain('price');
});
