/** One dated version of a model's list price, in picodollars for one token. */
export interface ModelPrice {
  id: string;
  model: string;
  input: bigint;
  cachedInput: bigint;
  output: bigint;
  /** Rates of the whole request when its input is longer; null where a model knows none. */
  long: { overTokens: number; input: bigint; cachedInput: bigint; output: bigint } | null;
}

/** A row of model_prices as the database puts it into JSON; a price per token fits a number exactly. */
export interface ModelPriceJson {
  id: string;
  model: string;
  input_picousd: number;
  cached_input_picousd: number;
  output_picousd: number;
  long_over_tokens: number | null;
  long_input_picousd: number | null;
  long_cached_input_picousd: number | null;
  long_output_picousd: number | null;
}

export function modelPriceOf(row: ModelPriceJson): ModelPrice {
  const input = BigInt(row.input_picousd);
  const cachedInput = BigInt(row.cached_input_picousd);
  const output = BigInt(row.output_picousd);
  const long = row.long_over_tokens !== null && {
    overTokens: row.long_over_tokens,
    input: BigInt(row.long_input_picousd ?? row.input_picousd),
    cachedInput: BigInt(row.long_cached_input_picousd ?? row.cached_input_picousd),
    output: BigInt(row.long_output_picousd ?? row.output_picousd),
  };
  return { id: row.id, model: row.model, input, cachedInput, output, long: long || null };
}
