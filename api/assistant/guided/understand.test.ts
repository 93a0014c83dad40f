import { describe, expect, it } from 'vitest';
import { type Asked, type Intake, newIntake } from './intake.ts';
import { FACTS } from './testing/demo-facts.ts';
import { understand } from './understand.ts';

type Jobs = Record<string, Record<string, string>>;

const jobsOf = (text: string, intake: Intake): Jobs =>
  Object.fromEntries(
    understand(text, { facts: FACTS, intake }).jobs.map((job) => [job.service, job.inputs]),
  );

const patio = (area: string, more: Record<string, string> = {}): Jobs => ({
  paver_patio: { area, ...more },
});
const fence = (length: string, height?: string): Jobs => ({
  wood_fence: height ? { length, height } : { length },
});

function having(asked: Asked | null, service: string, inputs: Record<string, string> = {}): Intake {
  const job = {
    service,
    inputs,
    units: {},
    priced: null,
    quote_id: null,
    refused: false,
    beside: [],
  };
  return { ...newIntake(), asked, current: service, jobs: [job] };
}
const AREA: Asked = { what: 'input', service: 'paver_patio', input: 'area' };
const LENGTH: Asked = { what: 'input', service: 'wood_fence', input: 'length' };
const NAME: Asked = { what: 'name' };

const LATER: [string, Intake, Jobs][] = [
  ['500', having(AREA, 'paver_patio'), patio('500')],
  ['about 500 i think', having(AREA, 'paver_patio'), patio('500')],
  ['20x25', having(AREA, 'paver_patio'), patio('500')],
  ['not sure, maybe 20 by 30', having(AREA, 'paver_patio'), patio('600')],
  ['36', having(AREA, 'paver_patio'), patio('36')],
  ['25', having({ ...AREA, side: '20' }, 'paver_patio'), patio('500')],
  ['25 ft', having({ ...AREA, side: '20' }, 'paver_patio'), patio('500')],
  ['100', having(LENGTH, 'wood_fence'), fence('100')],
  ['one hundred', having(LENGTH, 'wood_fence'), fence('100')],
  ['10 ft', having(LENGTH, 'wood_fence'), fence('10')],
  ['maybe 80 or 90', having(LENGTH, 'wood_fence'), fence('90')],
  ['6 ft tall, 100 long', having(LENGTH, 'wood_fence'), fence('100', '6')],
  ['yes', having({ ...LENGTH, suggest: '160' }, 'wood_fence'), fence('160')],
  ['no, 140', having({ ...LENGTH, suggest: '160' }, 'wood_fence'), fence('140')],
  ['actually 18x20', having(NAME, 'paver_patio', { area: '500' }), patio('360')],
  ['no, make it 200 feet', having(NAME, 'wood_fence', { length: '100' }), fence('200')],
  ['sorry 200', having(NAME, 'wood_fence', { length: '100' }), fence('200')],
  ['what about 600', having(NAME, 'paver_patio', { area: '500' }), patio('600')],
  ['can you do 600?', having(NAME, 'paver_patio', { area: '500' }), patio('600')],
  [
    'herringbone',
    having(NAME, 'paver_patio', { area: '500' }),
    { paver_patio: { pattern: 'herringbone' } },
  ],
  [
    'can you make it 8 ft tall',
    having(NAME, 'wood_fence', { length: '100' }),
    { wood_fence: { height: '8' } },
  ],
  ['make it 4 inches', having(null, 'mulch', { area: '100' }), { mulch: { depth: '4' } }],
  ['dave 916-555-0134', having(NAME, 'wood_fence', { length: '100' }), {}],
  ['95814', having(NAME, 'paver_patio', { area: '500' }), {}],
  ['call me in 20 minutes', having(NAME, 'paver_patio', { area: '500' }), {}],
  ['idk', having(LENGTH, 'wood_fence'), {}],
];

describe('a later message', () => {
  it.each(LATER)('%s', (text, intake, expected) => {
    expect(jobsOf(text, intake)).toEqual(expected);
  });
});

describe('sizes that cannot be used as they are', () => {
  const issuesOf = (text: string) =>
    understand(text, { facts: FACTS, intake: newIntake() }).jobs.flatMap((job) => job.issues);
  it.each([
    ['patio 20000 sq ft', { kind: 'range', input: 'area', value: '20000' }],
    ['fence 12 ft high 100 ft long', { kind: 'range', input: 'height', value: '12' }],
    ['500 sq ft fence', { kind: 'mismatch', input: 'length' }],
    ['3 cubic feet of mulch', { kind: 'mismatch', input: 'area' }],
    ['patio is 20 feet', { kind: 'one_side', input: 'area', side: '20' }],
    [
      'fence for my 50x30 yard',
      { kind: 'all_round', input: 'length', value: '160', sides: ['50', '30'] },
    ],
  ])('%s', (text, issue) => {
    expect(issuesOf(text)).toEqual([issue]);
  });

  it('holds a size to the values a company offers', () => {
    const options = ['4', '6', '8'].map((id) => ({ id, label: `${id} ft`, synonyms: [] }));
    const services = FACTS.services.map((service) => ({
      ...service,
      inputs: service.inputs.map((input) =>
        input.id === 'height' ? { ...input, options } : input,
      ),
    }));
    const heard = (text: string) =>
      understand(text, { facts: { ...FACTS, services }, intake: newIntake() }).jobs[0];
    expect(heard('100 ft fence 6 ft high')).toMatchObject({ inputs: { height: '6' }, issues: [] });
    expect(heard('100 ft fence 5 ft high')).toMatchObject({
      inputs: { length: '100' },
      issues: [{ kind: 'option', value: '5' }],
    });
  });
});

it('asks which of two services a shared word means', () => {
  const driveway = {
    ...FACTS.services[0],
    id: 'paver_driveway',
    name: 'Paver driveway',
    synonyms: ['pavers', 'driveway'],
  };
  const facts = { ...FACTS, services: [...FACTS.services, driveway] } as typeof FACTS;
  const heard = (text: string) => understand(text, { facts, intake: newIntake() });
  expect(heard('pavers 500 sq ft').unclear).toEqual(['paver_patio', 'paver_driveway']);
  expect(heard('paver driveway 500 sq ft').jobs[0]?.service).toBe('paver_driveway');
});
