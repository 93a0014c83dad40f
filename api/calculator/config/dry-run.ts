import { priceService } from '../engine/price-service.ts';
import type { ConfigProblem } from './compile.ts';
import type { CalculatorConfig, InputConfig, ServiceConfig } from './schema.ts';

/**
 * Prices a service for its extremes: every option with every smallest, usual and largest number, or
 * an even selection of them when there are more than `trialsMax`. The first failure of each place is reported.
 */
export function dryRun(
  config: CalculatorConfig,
  service: ServiceConfig,
  path: string,
  trialsMax: number,
): ConfigProblem[] {
  const problems = new Map<string, ConfigProblem>();
  for (const inputs of trials(service.inputs, trialsMax)) {
    const outcome = priceService(config, service.id, inputs);
    if (outcome.ok) continue;
    const { refusal } = outcome;
    const place = refusal.reason === 'not_computable' && refusal.place ? `.${refusal.place}` : '';
    const tried = Object.entries(inputs).map(([id, value]) => `${id} ${value}`);
    const message = `${refusal.message} Tried with ${tried.join(', ')}.`;
    if (!problems.has(place)) problems.set(place, { path: `${path}${place}`, message });
  }
  return [...problems.values()];
}

/** Combinations of input values, counted like digits of a number whose places differ in base. */
function trials(inputs: InputConfig[], most: number): Record<string, string>[] {
  const choices = inputs.map((input) => ({ id: input.id, values: extremesOf(input) }));
  const all = choices.reduce((count, { values }) => count * BigInt(values.length), 1n);
  const count = all < BigInt(most) ? Number(all) : most;
  return Array.from({ length: count }, (_, i) => {
    let rest = count > 1 ? (BigInt(i) * (all - 1n)) / BigInt(count - 1) : 0n;
    const trial = choices.map(({ id, values }) => {
      const base = BigInt(values.length);
      const value = values[Number(rest % base)] ?? '';
      rest /= base;
      return [id, value] as const;
    });
    return Object.fromEntries(trial);
  });
}

function extremesOf(input: InputConfig): string[] {
  if (input.options.length > 0) return input.options.map((option) => option.id);
  return [...new Set([input.min, input.default, input.max].filter((value) => value !== null))];
}
