import type { QuoteLineView } from '../../calculator/views.ts';
import { type Clause, says } from './clause.ts';
import { fold } from './fold.ts';
import { stem } from './known-quotes.ts';
import { readFigures } from './numeral.ts';
import type { Reader } from './reader.ts';
import { has, type Token } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';

const EACH = /^(?:each|cada|apiece)$/;

/** The words of a rate right behind an amount: "per square foot", "/hr", "a month"; empty if none. */
export function rateBehind(reader: Reader, end: number): Token[] {
  const at = reader.next(end);
  const joint = reader.at(at);
  if (joint.raw !== '/' && !has(joint, MEANS.rate))
    return has(joint, MEANS.rated) || EACH.test(joint.text) ? [joint] : [];
  let first = reader.next(at + 1);
  if (joint.text === 'por' && /^(?:el|la|cada|un|una)$/.test(reader.at(first).text))
    first = reader.next(first + 1);
  const unit = reader.at(first);
  const isRate =
    joint.raw === '/' ||
    /^(?:per|each|pro)$/.test(joint.text) ||
    has(unit, MEANS.rated | MEANS.unit);
  if (!isRate || unit.kind !== 'word') return EACH.test(joint.text) ? [joint] : [];
  const second = reader.at(reader.next(first + 1));
  if (/^(?:una|uno|one)$/.test(unit.text)) return [joint];
  return second.kind === 'word' && has(second, MEANS.rated | MEANS.unit) ? [unit, second] : [unit];
}

/** Whether an amount is said per the line's unit: "$16.00 per foot", "60 ft at $16.00", "the price per foot". */
export function isRateOf(
  line: QuoteLineView,
  rate: readonly Token[],
  { left, right }: Clause,
): boolean {
  if (rate.length > 0)
    return isUnitOf(rate, line.unit) || (rate.length === 1 && EACH.test(rate[0]?.text ?? ''));
  if (/^(?:at|@|a|x|×|times|por)$/.test(left[0]?.text ?? ''))
    return left
      .slice(0, 7)
      .some(
        ({ kind, text }) =>
          kind === 'number' && readFigures(text).some((value) => value === Number(line.quantity)),
      );
  const spoken = [...right, ...left.toReversed()];
  return spoken.some(
    (token, i) =>
      has(token, MEANS.rate) &&
      isUnitOf(
        spoken.slice(i + 1, i + 3).filter((word) => has(word, MEANS.rated | MEANS.unit)),
        line.unit,
        true,
      ),
  );
}

const FAMILIES = [
  ['sq', 'square', 'sqft', 'sf', 'cuadrado', 'carre', 'quadrato', 'sq_ft'],
  ['cu', 'cubic', 'cubica', 'cu_yd'],
  ['hr', 'hour', 'hora'],
  ['ft', 'foot', 'feet', 'linear', 'lineal', 'lf', 'lin', 'pie', 'pies'],
  ['yd', 'yard', 'yards', 'yarda'],
].map((words) => new Set(words.map(fold)));

const CUBIC = 1;

const YARDS = 4;

const familyOf = (words: readonly string[]) =>
  FAMILIES.findIndex((family) => words.some((word) => family.has(word) || family.has(stem(word))));

function isUnitOf(rate: readonly Token[], unit: string, strict = false): boolean {
  if (strict && rate.length === 0) return false;
  const said = familyOf(rate.map(({ text }) => text));
  const own = familyOf(unit.toLowerCase().split(/[\s_]+/));
  if (says(rate, MEANS.time) && own < 0) return false;
  if (own === CUBIC && said === YARDS) return true;
  return said === own || (said < 0 && own < 0);
}
