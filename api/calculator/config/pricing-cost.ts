import { costOf } from '../formula/cost.ts';
import type { CompiledService, ConfigProblem } from './compile.ts';
import type { ServiceConfig } from './schema.ts';

/** In additions; see costOf. A quote of a service with twenty formulas of ten operations takes 5,000. */
const SERVICE_COST_MAX = 20_000;
const CONFIG_COST_MAX = 100_000; // of one quote of each service
const CHECK_COST_MAX = 750_000; // of all trials of one check
const TRIALS_MAX = 500; // of one service
const OF_PART = 20; // reading an input, or writing a line

/** What one quote of a service costs. */
export function pricingCost(service: ServiceConfig, compiled: CompiledService): number {
  const formulas = [
    ...compiled.derived.map(({ formula }) => formula),
    ...compiled.quantities,
    ...compiled.conditions.filter((formula) => formula !== null),
  ];
  const parts = service.inputs.length + service.lines.length + service.adjustments.length;
  return formulas.reduce((sum, formula) => sum + costOf(formula), OF_PART * (parts + 1));
}

/** How often each service can be priced in a check, given what one quote of each costs. */
export function trialsFor(costs: number[]): number {
  const total = costs.reduce((sum, cost) => sum + cost, 0);
  return Math.min(TRIALS_MAX, Math.max(2, Math.floor(CHECK_COST_MAX / total)));
}

/** The services, or the whole config, that would take too long to price. */
export function costProblems(costs: number[]): ConfigProblem[] {
  const problems = costs.flatMap((cost, i) =>
    cost > SERVICE_COST_MAX ? [{ path: `services[${i}]`, message: TOO_MUCH }] : [],
  );
  const total = costs.reduce((sum, cost) => sum + cost, 0);
  const isTooMuch = problems.length === 0 && total > CONFIG_COST_MAX;
  return isTooMuch ? [{ path: 'services', message: TOO_MUCH }] : problems;
}

const TOO_MUCH = 'The formulas take too much computing; use fewer divisions and roots.';
