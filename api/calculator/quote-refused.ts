import { AppError, type ErrorCode } from '../errors.ts';
import type { PriceRefusal } from './engine/refusal.ts';

const CODES: Record<PriceRefusal['reason'], ErrorCode> = {
  service_unknown: 'service_unknown',
  inputs_missing: 'quote_inputs_missing',
  inputs_invalid: 'quote_inputs_invalid',
  not_computable: 'quote_not_computable',
};

/** There is no price; `refusal` says why, for callers that go on talking about it. */
export class QuoteRefused extends AppError {
  readonly refusal: PriceRefusal;

  constructor(refusal: PriceRefusal) {
    super(CODES[refusal.reason], { detail: refusal.message, fields: fieldsOf(refusal) });
    this.name = 'QuoteRefused';
    this.refusal = refusal;
  }

  /** Ids of inputs that are still needed. */
  get missing(): string[] {
    return 'missing' in this.refusal ? this.refusal.missing : [];
  }
}

function fieldsOf(refusal: PriceRefusal): { path: string; message: string }[] {
  const missing = 'missing' in refusal ? refusal.missing : [];
  const invalid = 'fields' in refusal ? refusal.fields : [];
  const named = [...invalid, ...missing.map((path) => ({ path, message: 'This is needed.' }))];
  return named.map(({ path, message }) => ({ path: `inputs.${path}`, message }));
}
