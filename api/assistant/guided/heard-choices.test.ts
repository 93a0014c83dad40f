import { describe, expect, it } from 'vitest';
import type { ServiceInputView } from '../../calculator/views.ts';
import { heardChoices } from './heard-choices.ts';
import { newIntake } from './intake.ts';
import { startChat } from './testing/chat.ts';
import { FACTS, FENCE } from './testing/demo-facts.ts';
import { understand } from './understand.ts';

const GATES: ServiceInputView = {
  id: 'gates',
  label: 'Gates',
  question: 'How many gates?',
  kind: 'count',
  unit: 'each',
  required: false,
  default: '0',
  min: '0',
  max: '5',
  options: [],
};
const WOOD: ServiceInputView = {
  ...GATES,
  id: 'wood',
  label: 'Wood',
  kind: 'choice',
  unit: null,
  default: 'cedar',
  options: [
    { id: 'cedar', label: 'Cedar', synonyms: [] },
    { id: 'treated', label: 'Pressure-treated', synonyms: ['treated', 'cheapest'] },
  ],
};
const SERVICE = { ...FENCE, inputs: [...FENCE.inputs, GATES, WOOD] };
const facts = { ...FACTS, services: [SERVICE] };

describe('counts and choices', () => {
  it.each([
    ['with 2 gates', { gates: '2' }],
    ['3 walk gates please', { gates: '3' }],
    ['and a gate', { gates: '1' }],
    ['height 6, gates 2', { gates: '2' }],
    ['gates: 3, 100 ft', { gates: '3' }],
    ['also would like one gate', { gates: '1' }],
    ['with 2 single gates and a double gate', { gates: '3' }],
    ['2 gates, no wait 1 gate', { gates: '1' }],
    ['one small gate', { gates: '1' }],
    ['two gates', { gates: '2' }],
    ['no gates', { gates: '0' }],
    ['40 gates', {}],
    ['the gate is old', {}],
    ['pressure treated', { wood: 'treated' }],
    ['ceder, i think', { wood: 'cedar' }],
    ['$2 gates', {}],
  ])('%s', (text, expected) => {
    expect(heardChoices(text, SERVICE)).toEqual(expected);
  });

  it('does not take a gate for feet, nor a better price for a choice', () => {
    const heard = (text: string) =>
      understand(text, { facts, intake: newIntake() }).jobs[0]?.inputs;
    expect(heard('100 ft of fence with 2 gates')).toEqual({ length: '100', gates: '2' });
    expect(heard('fence with 2 gates')).toEqual({ gates: '2' });
    expect(heard("what's the cheapest you can do")).toBeUndefined();
  });

  it('tells them with the price', async () => {
    const chat = startChat(facts);
    expect(await chat.say('100 ft fence, a gate')).toContain(
      '6 ft high, 1 gate, cedar: **$3,650.00**',
    );
    expect(await chat.say('make it 2 gates')).toContain('2 gates');
    expect(await chat.say('no gates')).toContain('6 ft high, cedar:');
  });
});

it('takes only whole synonyms: a deck is not "pool deck pavers"', () => {
  const [patio] = FACTS.services;
  if (!patio) throw new Error('the fixture has a patio');
  const services = [{ ...patio, synonyms: ['patio', 'pool deck pavers', 'paver driveway'] }];
  const named = (text: string) =>
    understand(text, { facts: { ...FACTS, services }, intake: newIntake() }).jobs.map(
      ({ service }) => service,
    );
  expect(named('do you build decks')).toEqual([]);
  expect(named('concrete driveway')).toEqual([]);
  expect(named('paver driveway')).toEqual(['paver_patio']);
});
