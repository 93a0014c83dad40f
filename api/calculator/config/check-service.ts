import { Decimal, majorToMinor, toText } from '../decimals.ts';
import { readInput } from '../engine/read-inputs.ts';
import { RESERVED_NAMES } from '../formula/functions.ts';
import { type ConfigProblem, SUBTOTAL } from './compile.ts';
import type {
  AdjustmentConfig,
  InputConfig,
  LineConfig,
  ServiceConfig,
  UnitPrice,
} from './schema.ts';

/** What a service's parts get wrong about each other, formulas aside. Paths begin with `path`. */
export function checkService(
  service: ServiceConfig,
  currency: string,
  path: string,
): ConfigProblem[] {
  const names = [...service.inputs, ...service.derived].map((one) => one.id);
  return [
    ...checkNames(names, path),
    ...service.inputs.flatMap((input, i) => checkInput(input, `${path}.inputs[${i}]`)),
    ...service.lines.flatMap((line, i) =>
      checkLine(service, line, currency, names, `${path}.lines[${i}]`),
    ),
    ...service.adjustments.flatMap((one, i) =>
      checkAdjustment(one, currency, `${path}.adjustments[${i}]`),
    ),
    ...checkAmount(service.minimum_charge?.amount, currency, `${path}.minimum_charge.amount`),
  ];
}

function checkNames(names: string[], path: string): ConfigProblem[] {
  return [
    ...duplicates(names).map((id) => ({ path, message: `The name "${id}" is used twice.` })),
    ...names
      .filter((id) => RESERVED_NAMES.has(id) || id === SUBTOTAL)
      .map((id) => ({ path, message: `"${id}" is a word of the formulas; take another name.` })),
  ];
}

function checkInput(input: InputConfig, path: string): ConfigProblem[] {
  const problem = inputProblem(input);
  return problem ? [{ path: `${path}${problem.at}`, message: problem.message }] : [];
}

function inputProblem(input: InputConfig): { at: string; message: string } | null {
  const [twice] = duplicates(input.options.map((option) => option.id));
  if (twice) return { at: '.options', message: `The option "${twice}" is there twice.` };
  if (input.kind === 'choice') {
    if (input.options.length === 0) return { at: '.options', message: 'A choice needs options.' };
    if (input.unit !== null || input.min !== null || input.max !== null) {
      return { at: '', message: 'A choice has no unit, min or max.' };
    }
    return checkDefault(
      input,
      input.options.map((option) => option.id),
    );
  }
  if (input.unit === null) return { at: '.unit', message: 'A number needs a unit.' };
  if (input.min === null || input.max === null) {
    return { at: '', message: 'A number needs a min and a max.' };
  }
  if (new Decimal(input.min).gt(new Decimal(input.max))) {
    return { at: '.min', message: 'min is more than max.' };
  }
  const wrong = input.options.find(
    (option) => !isPlain(option.id) || !readInput(input, option.id).ok,
  );
  if (wrong) return { at: '.options', message: `"${wrong.id}" is not a number from min to max.` };
  return checkDefault(input, null);
}

function checkDefault(input: InputConfig, ids: string[] | null) {
  if (input.default === null) return null;
  const read = readInput(input, input.default);
  if (!read.ok) return { at: '.default', message: read.message };
  const known = ids ? ids.includes(input.default) : isPlain(input.default);
  return known ? null : { at: '.default', message: 'Write an option id or a plain number.' };
}

/** Whether a number is written as quotes write it: no leading or trailing zeros. */
function isPlain(text: string): boolean {
  return /^\d+(\.\d+)?$/.test(text) && toText(new Decimal(text)) === text;
}

function checkLine(
  service: ServiceConfig,
  line: LineConfig,
  currency: string,
  names: string[],
  path: string,
): ConfigProblem[] {
  const unknown = [...line.label.matchAll(/\{([^}]*)\}/g)].filter(
    ([, id = '']) => !names.includes(id),
  );
  return [
    ...unknown.map(([name]) => ({ path: `${path}.label`, message: `${name} is not known here.` })),
    ...checkPrice(service, line.unit_price, currency, `${path}.unit_price`),
  ];
}

const PRICES_MAX = 1_600; // of one line: two inputs with all the options that they can have
const MISSING_SHOWN = 20;

function checkPrice(
  service: ServiceConfig,
  price: UnitPrice,
  currency: string,
  path: string,
): ConfigProblem[] {
  if (typeof price === 'string') return checkAmount(price, currency, path);
  let keys = [''];
  for (const id of price.by) {
    const options = service.inputs.find((input) => input.id === id)?.options ?? [];
    if (options.length === 0) return [{ path: `${path}.by`, message: `"${id}" has no options.` }];
    if (keys.length * options.length > PRICES_MAX) {
      return [{ path: `${path}.by`, message: `These are over ${PRICES_MAX} combinations.` }];
    }
    keys = keys.flatMap((key) =>
      options.map((option) => (key ? `${key}/${option.id}` : option.id)),
    );
  }
  const given = Object.keys(price.prices);
  const wanted = new Set(keys);
  return [
    ...keys
      .filter((key) => !Object.hasOwn(price.prices, key))
      .slice(0, MISSING_SHOWN)
      .map((key) => ({ path: `${path}.prices`, message: `The price for ${key} is missing.` })),
    ...given
      .filter((key) => !wanted.has(key))
      .map((key) => ({ path: `${path}.prices`, message: `There is no option ${key}.` })),
    ...given.flatMap((key) => checkAmount(price.prices[key], currency, `${path}.prices.${key}`)),
  ];
}

function checkAdjustment(one: AdjustmentConfig, currency: string, path: string): ConfigProblem[] {
  if ((one.amount === undefined) === (one.percent === undefined)) {
    return [{ path, message: 'Write either an amount or a percent.' }];
  }
  return [
    ...checkAmount(one.amount, currency, `${path}.amount`),
    ...checkPercent(one.percent, `${path}.percent`),
  ];
}

/** An amount in major units must be a whole number of minor units. */
function checkAmount(amount: string | undefined, currency: string, path: string): ConfigProblem[] {
  if (amount === undefined || majorToMinor(amount, currency).mod(new Decimal('1')).eq('0'))
    return [];
  return [{ path, message: `${amount} has more decimals than ${currency} has.` }];
}

/** Percentages here are parts of a whole. */
export function checkPercent(percent: string | undefined, path: string): ConfigProblem[] {
  if (percent === undefined || new Decimal(percent).lte('100')) return [];
  return [{ path, message: `${percent} % is more than 100 %.` }];
}

/** Values that occur more than once. */
export function duplicates(values: string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}
