import { checkFormula, type Names, type NameType } from '../formula/check.ts';
import { type Formula, parseFormula } from '../formula/parse.ts';
import { FormulaError } from '../formula/tokens.ts';
import type { InputConfig, ServiceConfig } from './schema.ts';

/** A mistake in a config: where, as a path like services[0].lines[2].quantity, and the reason. */
export interface ConfigProblem {
  path: string;
  message: string;
}

/** A service with its formulas parsed, in the order of the config. */
export interface CompiledService {
  derived: { id: string; formula: Formula }[];
  quantities: Formula[];
  conditions: (Formula | null)[];
}

/** Name of the running subtotal in an adjustment's condition, in major units. */
export const SUBTOTAL = 'subtotal';

const compiled = new WeakMap<ServiceConfig, CompiledService>();

/** The parsed service; parsed once for each config that was read. Its config must be a checked one. */
export function compileService(service: ServiceConfig): CompiledService {
  const known = compiled.get(service);
  if (known) return known;
  const { result, problems } = parseService(service, '');
  const [first] = problems;
  if (first) throw new FormulaError(first.message, first.path);
  compiled.set(service, result);
  return result;
}

/** Parses and checks all formulas of a service; each mistake is reported under its path. */
export function parseService(
  service: ServiceConfig,
  path: string,
): { result: CompiledService; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const names = new Map<string, NameType>(service.inputs.map((i) => [i.id, nameType(i)]));
  const read = (source: string, at: string, wanted: 'number' | 'condition', known: Names) => {
    try {
      const formula = parseFormula(source);
      checkFormula(formula, known, wanted);
      return formula;
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      problems.push({
        path: path ? `${path}.${at}` : at,
        message: `"${source}": ${error.message}.`,
      });
      return null;
    }
  };
  const derived: CompiledService['derived'] = [];
  for (const [i, { id, formula: source }] of service.derived.entries()) {
    const formula = read(source, `derived[${i}].formula`, 'number', names);
    names.set(id, { type: 'number' }); // known even when it is wrong: one mistake, one message
    if (formula) derived.push({ id, formula });
  }
  const quantities = service.lines
    .map((line, i) => read(line.quantity, `lines[${i}].quantity`, 'number', names))
    .filter((formula) => formula !== null);
  const withSubtotal = new Map([...names, [SUBTOTAL, { type: 'number' } as const]]);
  const conditions = service.adjustments.map(({ when }, i) =>
    when === undefined ? null : read(when, `adjustments[${i}].when`, 'condition', withSubtotal),
  );
  return { result: { derived, quantities, conditions }, problems };
}

function nameType(input: InputConfig): NameType {
  if (input.kind !== 'choice') return { type: 'number' };
  return { type: 'choice', options: input.options.map((option) => option.id) };
}
