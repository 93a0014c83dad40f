/** A question the calculator needs answered before it can price a service. */
export interface ServiceInputView {
  id: string;
  label: string;
  /** What to ask a homeowner, e.g. "About how big is the patio?" */
  question: string;
  kind: 'area' | 'length' | 'height' | 'depth' | 'count' | 'choice';
  /** Unit of the value: sq_ft, ft, in, each; null for a choice. */
  unit: string | null;
  required: boolean;
  /** Decimal string or choice id used when the input is not given; null when required. */
  default: string | null;
  /** Decimal strings, inclusive; null for a choice. */
  min: string | null;
  max: string | null;
  options: { id: string; label: string; synonyms: string[] }[];
}

export interface ServiceView {
  id: string;
  name: string;
  description: string;
  /** Other words homeowners use for it, lower case. */
  synonyms: string[];
  inputs: ServiceInputView[];
}

export interface QuoteLineView {
  kind: 'material' | 'labor' | 'fee' | 'discount';
  label: string;
  /** Decimal string. */
  quantity: string;
  unit: string;
  /** Integer minor units; may be a fraction of a unit's price only through `quantity`. */
  unit_price: number;
  amount: number;
}

/** A step of the way from the first line to the total. */
export interface WaterfallStepView {
  label: string;
  amount: number;
  running_total: number;
}

/** An itemised, immutable answer of the calculator, as on the wire. Amounts are integer minor units. */
export interface QuoteView {
  id: string;
  number: string;
  service: string;
  /** The service's name at the time of the quote. */
  title: string;
  inputs: Record<string, string>;
  currency: string;
  lines: QuoteLineView[];
  subtotal: number;
  tax: number;
  total: number;
  range?: { low: number; high: number };
  waterfall: WaterfallStepView[];
  config_version: number;
  /** ISO date, the last day on which the price holds. */
  valid_until: string;
  created_at: string;
}
