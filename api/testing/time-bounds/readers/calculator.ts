import { checkConfig } from '../../../calculator/config/check-config.ts';
import { calculatorConfigSchema } from '../../../calculator/config/schema.ts';
import { priceService } from '../../../calculator/engine/price-service.ts';
import { parseFormula } from '../../../calculator/formula/parse.ts';
import { FormulaError } from '../../../calculator/formula/tokens.ts';
import { testConfig, testConfigInput } from '../../../calculator/testing.ts';
import type { Reader } from '../measure.ts';

const LONGEST = 20_000;

function parsed(formula: string): void {
  try {
    parseFormula(formula);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
  }
}

/** A price list made of a text's pieces: as formulas, labels and numbers. */
function checkMadeOf(text: string): void {
  const pieces = text.match(/.{1,400}/gs) ?? [];
  const derived = pieces.slice(0, 30).map((formula, at) => ({ id: `d${at}`, formula }));
  const lines = pieces.slice(0, 40).map((quantity) => ({
    kind: 'material' as const,
    label: quantity.slice(0, 120),
    quantity,
    unit: 'each',
    unit_price: '1.00',
  }));
  const config = testConfigInput({ derived, lines });
  const read = calculatorConfigSchema.safeParse(config);
  if (read.success) checkConfig(read.data);
}

/** Everything of the calculator that reads what staff, visitors and API callers write. */
export function calculatorReaders(): Reader[] {
  const config = testConfig();
  const reader = (name: string, read: Reader['read']): Reader => ({ name, read, longest: LONGEST });
  return [
    reader('calculator: formula', (text) => parsed(text.slice(0, 400))),
    reader('calculator: whole formula', parsed),
    reader('calculator: price list', checkMadeOf),
    reader('calculator: inputs', (text) =>
      priceService(config, 'work', { size: text, colour: text, [text]: text }),
    ),
    reader('calculator: service', (text) => priceService(config, text, { size: '5' })),
  ];
}
