import { checkPercent, checkService, duplicates } from './check-service.ts';
import { type ConfigProblem, parseService } from './compile.ts';
import { dryRun } from './dry-run.ts';
import { costProblems, pricingCost, trialsFor } from './pricing-cost.ts';
import type { CalculatorConfig } from './schema.ts';

/**
 * Everything wrong with a config beyond its shape. A service whose parts and formulas are sound is
 * also priced for its extremes, so that an accepted config can price whatever its limits let in.
 */
export function checkConfig(config: CalculatorConfig): ConfigProblem[] {
  if (!isCurrency(config.currency)) {
    return [{ path: 'currency', message: `${config.currency} is not a currency.` }];
  }
  const parsed = config.services.map((service, i) => parseService(service, `services[${i}]`));
  const costs = config.services.map((service, i) => {
    const one = parsed[i];
    return one ? pricingCost(service, one.result) : 0;
  });
  const tooCostly = costProblems(costs);
  return [
    ...checkPercent(config.tax.rate_percent, 'tax.rate_percent'),
    ...checkPercent(config.range_percent, 'range_percent'),
    ...duplicates(config.services.map((service) => service.id)).map((id) => ({
      path: 'services',
      message: `The service "${id}" is there twice.`,
    })),
    ...tooCostly,
    ...config.services.flatMap((service, i) => {
      const path = `services[${i}]`;
      const problems = [
        ...checkService(service, config.currency, path),
        ...(parsed[i]?.problems ?? []),
      ];
      const isSound = problems.length === 0 && tooCostly.length === 0;
      return isSound ? dryRun(config, service, path, trialsFor(costs)) : problems;
    }),
  ];
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}
