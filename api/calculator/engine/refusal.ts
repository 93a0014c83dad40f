/** Why there is no price. The messages are written for whoever asked, a person or a model. */
export type PriceRefusal =
  | { reason: 'service_unknown'; message: string }
  | { reason: 'inputs_missing'; message: string; missing: string[] }
  | { reason: 'inputs_invalid'; message: string; missing: string[]; fields: InputProblem[] }
  /** The price list's own mistake; `place` is where in the service, e.g. lines[2].quantity. */
  | { reason: 'not_computable'; message: string; place: string };

export interface InputProblem {
  /** Input id. */
  path: string;
  message: string;
}
