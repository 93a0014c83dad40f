import { isPriceBefore, says, sentenceBefore } from './clause.ts';
import type { Known } from './known.ts';
import type { Numeral } from './numeral.ts';
import { rateBehind } from './rate.ts';
import type { Reader } from './reader.ts';
import type { Token } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';

/** A size without its unit: "6000 is a bit much", "times 550", "4 or 6". */
export function isKnownSize(
  reader: Reader,
  { start, end, values, inWords }: Numeral,
  known: Known,
): boolean {
  if (
    inWords ||
    values.length === 0 ||
    isPriceBefore(reader, start) ||
    rateBehind(reader, end).length > 0
  )
    return false;
  const sentence = sentenceBefore(reader, start);
  if (
    says(sentence, MEANS.price | MEANS.total | MEANS.money) ||
    reader.at(reader.next(end)).kind === 'sign'
  )
    return false;
  if (!known.isSize(values)) return says(sentence, MEANS.size) && known.isLimit(values);
  if (says(sentence, MEANS.size) || isAskedSize(reader, start)) return true;
  const before = reader.at(reader.back(start));
  const next = reader.at(reader.next(end));
  if (before.kind === 'end' || before.kind === 'line' || /^[.!?]$/.test(before.raw))
    return next.kind === 'word' && !says([next], MEANS.total | MEANS.labor | MEANS.rate);
  return before.raw === '|' || BESIDE_SIZE.test(before.text);
}

const BESIDE_SIZE =
  /^(?:use|used|using|uso|usar|usamos|so|but|=|times|×|x|or|of|not|than|said|and|to|from|by|until|need|needs|takes|o|de|por|y|a)$/;

/** "How big is 20x60? That would be 1200." */
function isAskedSize(reader: Reader, start: number): boolean {
  const asked: Token[] = [];
  for (let at = reader.back(start); at >= 0 && asked.length < 16; at = reader.back(at))
    asked.push(reader.at(at));
  const question = asked.findIndex(({ raw }) => raw === '?');
  return (
    question >= 0 &&
    question < 6 &&
    says(asked, MEANS.size) &&
    !says(asked, MEANS.price | MEANS.total | MEANS.labor)
  );
}
