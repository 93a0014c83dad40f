import { checkConfig } from './config/check-config.ts';
import type { ConfigProblem } from './config/compile.ts';
import { type CalculatorConfig, calculatorConfigSchema } from './config/schema.ts';

export type { CalculatorConfig, CalculatorConfigInput } from './config/schema.ts';

/** A price list with the number of its version. */
export interface LoadedConfig {
  version: number;
  config: CalculatorConfig;
}

const parsed = new WeakMap<object, CalculatorConfig>();

/**
 * A stored config as the engine takes it; parsed once for each object that was read. Stored configs
 * were checked when they were published, so their formulas are not tried again.
 * @throws ZodError when the row was not written by this code
 */
export function parseCalculatorConfig(stored: unknown): CalculatorConfig {
  const key = typeof stored === 'object' ? stored : null;
  const known = key && parsed.get(key);
  if (known) return known;
  const config = calculatorConfigSchema.parse(stored);
  if (key) parsed.set(key, config);
  return config;
}

export type CheckedConfig =
  | { ok: true; config: CalculatorConfig }
  | { ok: false; problems: ConfigProblem[] };

/** Checks a config that people wrote: its shape, then its formulas, then a dry run of each service. */
export function checkCalculatorConfig(input: unknown): CheckedConfig {
  const shape = calculatorConfigSchema.safeParse(input);
  if (!shape.success) {
    const problems = shape.error.issues.map(({ path, message }) => ({
      path: pathText(path),
      message,
    }));
    return { ok: false, problems };
  }
  const problems = checkConfig(shape.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config: shape.data };
}

/** services, 0, lines → services[0].lines */
function pathText(path: PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
