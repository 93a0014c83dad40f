import type { InputConfig, ServiceConfig } from '../config/schema.ts';
import { Decimal, toText } from '../decimals.ts';
import type { InputProblem, PriceRefusal } from './refusal.ts';

/** Inputs as they were given: decimal text or an option. Defaults are not filled in yet. */
export type GivenInputs = Readonly<Record<string, string>>;

export type ReadInputs =
  | { ok: true; values: Map<string, Decimal | string>; inputs: Record<string, string> }
  | { ok: false; refusal: PriceRefusal };

const PLAIN_NUMBER = /^-?(\d{1,40}(\.\d{1,40})?|\.\d{1,40})$/;
const INPUT_PLACES = 4; // finer than any tape; takes off what a caller's own floats left, 508.53000000000003
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/;

/** Checks the inputs of a service and fills in defaults; numbers come out without leading zeros. */
export function readInputs(service: ServiceConfig, given: GivenInputs): ReadInputs {
  const values = new Map<string, Decimal | string>();
  const missing: InputConfig[] = [];
  const fields: InputProblem[] = unknownInputs(service, given);
  for (const input of service.inputs) {
    const text = (Object.hasOwn(given, input.id) ? (given[input.id] ?? '') : '').trim();
    const present = text === '' ? input.default : text;
    if (present === null) {
      missing.push(input);
      continue;
    }
    const read = readInput(input, present);
    if (read.ok) values.set(input.id, read.value);
    else fields.push({ path: input.id, message: read.message });
  }
  const refusal = refusalOf(service, missing, fields);
  if (refusal) return { ok: false, refusal };
  const inputs = Object.fromEntries(
    [...values].map(([id, value]) => [id, typeof value === 'string' ? value : toText(value)]),
  );
  return { ok: true, values, inputs };
}

type Read = { ok: true; value: Decimal | string } | { ok: false; message: string };

/** One value as its input wants it: a number within its limits, or the id of the option meant. */
export function readInput(input: InputConfig, text: string): Read {
  return input.kind === 'choice' ? readChoice(input, text) : readNumber(input, text);
}

function readChoice(input: InputConfig, text: string): Read {
  const wanted = text.toLowerCase();
  const chosen =
    input.options.find((option) => option.id === wanted) ??
    input.options.find((option) => option.label.toLowerCase() === wanted) ??
    input.options.find((option) => option.synonyms.some((word) => word.toLowerCase() === wanted));
  if (chosen) return { ok: true, value: chosen.id };
  return { ok: false, message: `${input.label} must be ${oneOf(input)}.` };
}

function readNumber(input: InputConfig, text: string): Read {
  if (GROUPED.test(text)) {
    const plain = text.replaceAll(',', '');
    return { ok: false, message: `${input.label}: write ${plain}, without thousands separators.` };
  }
  if (!PLAIN_NUMBER.test(text)) {
    return { ok: false, message: `${input.label} must be a plain number such as 350 or 12.5.` };
  }
  const value = new Decimal(text).round(INPUT_PLACES, Decimal.roundHalfUp);
  const allowed = input.options.map((option) => new Decimal(option.id));
  if (allowed.length > 0 && !allowed.some((one) => one.eq(value))) {
    return { ok: false, message: `${input.label} must be ${oneOf(input)}.` };
  }
  if (input.kind === 'count' && !value.eq(value.round(0, Decimal.roundDown))) {
    return { ok: false, message: `${input.label} must be a whole number.` };
  }
  const { min, max } = input;
  if (
    (min !== null && value.lt(new Decimal(min))) ||
    (max !== null && value.gt(new Decimal(max)))
  ) {
    return { ok: false, message: `${input.label} must be ${limits(input)}.` };
  }
  return { ok: true, value };
}

function unknownInputs(service: ServiceConfig, given: GivenInputs): InputProblem[] {
  const known = service.inputs.map((input) => input.id);
  return Object.keys(given)
    .filter((id) => !known.includes(id))
    .map((id) => ({
      path: id.slice(0, 40),
      message: `${service.name} has no input "${id.slice(0, 40)}"; it has ${known.join(', ')}.`,
    }));
}

function refusalOf(
  service: ServiceConfig,
  missing: InputConfig[],
  fields: InputProblem[],
): PriceRefusal | null {
  const ids = missing.map((input) => input.id);
  if (fields.length > 0) {
    const message = fields.map((field) => field.message).join(' ');
    return { reason: 'inputs_invalid', message, missing: ids, fields };
  }
  if (missing.length === 0) return null;
  const labels = missing.map((input) => `${input.label} (${input.id})`).join(', ');
  return { reason: 'inputs_missing', message: `${service.name} needs: ${labels}.`, missing: ids };
}

function oneOf(input: InputConfig): string {
  const labels = input.options.map(({ id, label }) => (label === id ? id : `${id} (${label})`));
  return `one of ${labels.join(', ')}`;
}

function limits(input: InputConfig): string {
  const unit = input.unit && input.unit !== 'each' ? ` ${input.unit.replaceAll('_', ' ')}` : '';
  return `between ${input.min} and ${input.max}${unit}`;
}
