import { isPriceBefore, says, sentenceBefore, sentenceBehind } from './clause.ts';
import type { Known } from './known.ts';
import { type Numeral, readFigures } from './numeral.ts';
import { rateBehind } from './rate.ts';
import type { Reader } from './reader.ts';
import { has, type Token } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';

const MONEYED = MEANS.price | MEANS.money | MEANS.terms | MEANS.tax | MEANS.labor | MEANS.discount;
const ARITHMETIC =
  /^(?:x|×|times|by|plus|minus|leaves?|equals?|makes?|gives?|comes?|is|are|that's|together|por|mas|menos|son|da|dan|hacen|suman|half|mitad|\+|−|-|=)$/;
const OPERANDS_MAX = 6;
const ROUNDING = 0.000_1;

/** Whether a bare number stands where no price is spoken of. */
function isNoPrice(reader: Reader, { start, end, inWords, values }: Numeral): boolean {
  return (
    !inWords &&
    values.length > 0 &&
    !isPriceBefore(reader, start) &&
    rateBehind(reader, end).length === 0 &&
    reader.at(reader.next(end)).kind !== 'sign' &&
    !sentenceBefore(reader, start).some((token) => has(token, MONEYED) || token.kind === 'sign')
  );
}

/** "17 times 23 is 391", "20 x 20 is 400, minus 16": the result of what the sentence reckons. */
export function isComputed(reader: Reader, numeral: Numeral, known: Known): boolean {
  if (!isNoPrice(reader, numeral)) return false;
  const sentence = sentenceBefore(reader, numeral.start);
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

const STARTS =
  /^(?:starts?|begins?|minimum|maximum|min|max|least|most|limit|stays?|set|empieza|empezamos|mínimo|minimo|máximo|maximo|from|to)$/;
const ENDS = /^(?:limit|maximum|max|most|largest|límite|limite|maximo)$/;
const LIMIT_MAX = 100; // a larger limit could be read as a price

/** "we start at 20", "Gates, from 0 to 10?", "set gates to 0". */
export function isLimitOf(reader: Reader, numeral: Numeral, known: Known): boolean {
  const { start, values } = numeral;
  if (!known.isLimit(values) || !isNoPrice(reader, numeral)) return false;
  const sentence = sentenceBefore(reader, start);
  const isSmall = values.every((value) => value <= LIMIT_MAX);
  return (
    sentence.some(({ text }) => (isSmall ? STARTS : ENDS).test(text)) &&
    speaksOfInput(sentence, known)
  );
}

const speaksOfInput = (sentence: readonly Token[], known: Known) =>
  says(sentence, MEANS.size) ||
  sentence.some(
    (token) =>
      known.facts.inputWords.has(token.text) ||
      token.text === 'calculator' ||
      token.text === 'calculadora' ||
      (has(token, MEANS.unit) && !has(token, MEANS.ambiguous)),
  );

const CHOOSES =
  /^(?:pick|picks|take|takes|choose|chose|use|uses|think|go|start|starting|try|noted|uso|use|usamos|tomo)$/;
const CHOICE_MAX = 400;

/** "so think of 6", "we can start with 30", "most people pick 3". */
export function isChosenSize(reader: Reader, numeral: Numeral, known: Known): boolean {
  const { start, values } = numeral;
  if (values.some((value) => value > CHOICE_MAX) || !isNoPrice(reader, numeral)) return false;
  const isKnown = known.isSize(values) || known.isLimit(values);
  const isSmall = values.every((value) => value <= SMALL_MAX && value % 1 === 0);
  if (!isKnown && !isSmall) return false;
  const [joint, verb] = sentenceBefore(reader, start);
  const isJoined = /^(?:of|with|for|to|con)$/.test(joint?.text ?? '');
  return CHOOSES.test((isJoined ? verb : joint)?.text ?? '');
}

const SMALL_MAX = 12;

const ASKED_MAX = 100;

/** "How many gates, 1 or 2?", "¿De cuántas pulgadas, 2 o 3?": a small size or count that is asked for. */
export function isAskedChoice(reader: Reader, numeral: Numeral, known: Known): boolean {
  if (numeral.values.some((value) => value > ASKED_MAX) || !isNoPrice(reader, numeral))
    return false;
  const behind = sentenceBehind(reader, numeral.end);
  const isQuestion = behind.some(({ raw }) => /^[?？]$/.test(raw));
  if (!isQuestion || behind.some((token) => has(token, MONEYED))) return false;
  const around = [...sentenceBefore(reader, numeral.start), ...behind];
  return speaksOfInput(around, known) || says(around, MEANS.thing);
}

/** A number of the visitor's where sizes are spoken of, and no money. */
export function isRepeatedSize(reader: Reader, numeral: Numeral, known: Known): boolean {
  if (known.offeredMoney || !known.isVisitors(numeral.values, 'all')) return false;
  if (numeral.values.some((value) => value > CHOICE_MAX)) return false;
  if (!isNoPrice(reader, numeral)) return false;
  const behind = sentenceBehind(reader, numeral.end);
  if (behind.some((token) => has(token, MONEYED) || token.kind === 'sign')) return false;
  const around = [...sentenceBefore(reader, numeral.start), ...behind];
  return around.some((token) => has(token, MEANS.unit) && !has(token, MEANS.ambiguous));
}
