import { expect, test } from 'vitest';
import type { Figures } from '../measure/round.ts';
import { addedRatio, isReached, levelTargets, rateRatio } from './targets.ts';

const figures = (p50: number, p99: number, messagesPerSecond: number, failures = {}): Figures => ({
  p50,
  p99,
  messagesPerSecond,
  failures,
  sessionMs: 1,
  messages: 100,
  workerCpuMs: 1,
  postgresCpuMs: 1,
  clientCpuMs: 1,
  modelCpuMs: 1,
  connections: 1,
  answerMs: 1,
});

const ROUNDS = {
  model: [figures(20, 30, 600), figures(20, 30, 600), figures(20, 30, 600)],
  bare: [figures(30, 60, 300), figures(70, 220, 100), figures(30, 60, 300)],
  own: [figures(35, 100, 240), figures(95, 320, 80), figures(36, 100, 240)],
};

test('a round is compared with the rounds beside it: a slow one changes nothing', () => {
  expect(addedRatio(ROUNDS, 'p50')).toBe(1.5);
  expect(addedRatio(ROUNDS, 'p99')).toBe(2);
  expect(rateRatio(ROUNDS, 'bare')).toBe(0.8);
  expect(rateRatio(ROUNDS, 'model')).toBe(0.4);
});

test('what could not be measured reaches nothing', () => {
  const own = [figures(Number.NaN, Number.NaN, 0, { '503': 9 }), ...ROUNDS.own.slice(1)];
  const targets = levelTargets(50, { ...ROUNDS, own });
  expect(targets.filter((one) => !isReached(one)).map(({ what }) => what)).toEqual([
    'errors',
    'added p50 / bare Worker',
    'added p99 / bare Worker',
  ]);
});

test('200 visitors are also compared with the model alone; 1 visitor only must not fail', () => {
  expect(levelTargets(200, ROUNDS).map(({ limit }) => limit)).toEqual([0, 2, 3, 0.8, 0.27]);
  expect(levelTargets(1, ROUNDS).map(({ what }) => what)).toEqual(['errors']);
});
