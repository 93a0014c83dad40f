import { isPriceBefore, sentenceBefore } from './clause.ts';
import type { Known } from './known.ts';
import { speaksOfMoney } from './money-context.ts';
import { type Numeral, readFigures } from './numeral.ts';
import { rateBehind } from './rate.ts';
import type { Reader } from './reader.ts';
import type { Token } from './token.ts';

const ARITHMETIC =
  /^(?:x|×|times|by|plus|minus|leaves?|equals?|makes?|gives?|comes?|is|are|that's|together|por|mas|menos|son|da|dan|hacen|suman|half|mitad|\+|−|-|=)$/;
const OPERANDS_MAX = 6;
const ROUNDING = 0.000_1;

/** "17 times 23 is 391", "20 x 20 is 400, minus 16": the result of what the sentence reckons. */
export function isComputed(reader: Reader, numeral: Numeral, known: Known): boolean {
  const { start, end, inWords } = numeral;
  const sentence = sentenceBefore(reader, start);
  if (inWords || isPriceBefore(reader, start) || speaksOfMoney(sentence.toReversed())) return false;
  if (rateBehind(reader, end).length > 0 || reader.at(reader.next(end)).kind === 'sign')
    return false;
  if (!sentence.some(({ text, raw }) => ARITHMETIC.test(text) || ARITHMETIC.test(raw)))
    return false;
  const isResult = numeral.values.some((value) => isResultOf(operandsOf(sentence), value));
  if (isResult) known.stateSize(numeral.values);
  return isResult || (known.isSize(numeral.values) && startsPart(reader, numeral));
}

function operandsOf(sentence: readonly Token[]): number[] {
  const operands: number[] = [];
  for (const { kind, text, meaning } of sentence) {
    if (kind === 'number') operands.push(...readFigures(text));
    else if (meaning.value !== undefined) operands.push(meaning.value);
    if (operands.length >= OPERANDS_MAX) break;
  }
  return operands;
}

function isResultOf(operands: readonly number[], value: number): boolean {
  const isSame = (result: number) => Math.abs(result - value) < ROUNDING;
  for (const [i, a] of operands.entries())
    for (const b of operands.slice(i + 1))
      if (isSame(a * b) || isSame(a + b) || isSame(Math.abs(a - b))) return true;
  return false;
}

/** ", minus 16 for the planter". */
const startsPart = (reader: Reader, { start }: Numeral) =>
  /^(?:plus|minus|más|mas|menos)$/.test(reader.at(reader.back(start)).text);
