import { isPriceBefore, says, sentenceBefore } from './clause.ts';
import type { Known } from './known.ts';
import type { Numeral } from './numeral.ts';
import { rateBehind } from './rate.ts';
import type { Reader } from './reader.ts';
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
  if (says(sentence, MEANS.size)) return true;
  const before = reader.at(reader.back(start));
  const next = reader.at(reader.next(end));
  if (before.kind === 'end' || before.kind === 'line' || /^[.!?]$/.test(before.raw))
    return next.kind === 'word' && !says([next], MEANS.total | MEANS.labor | MEANS.rate);
  return before.raw === '|' || BESIDE_SIZE.test(before.text);
}

const BESIDE_SIZE =
  /^(?:use|used|using|uso|usar|usamos|so|but|=|times|×|x|or|of|not|than|said|and|to|from|by|until|need|needs|takes|o|de|por|y|a)$/;
