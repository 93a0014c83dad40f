import { says, sentenceBefore, sentenceBehind } from './clause.ts';
import type { Known } from './known.ts';
import type { Numeral } from './numeral.ts';
import type { Reader } from './reader.ts';
import { isDenied } from './stance.ts';
import { has } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';

/** Where "%" or "percent" ends behind a number; null if neither does. */
export function percentBehind(reader: Reader, end: number): number | null {
  const at = reader.next(end);
  const token = reader.at(at);
  if (/^[%٪％﹪]$/.test(token.raw) || has(token, MEANS.percent)) return at + 1;
  if (
    /^(?:por|per|pour)$/.test(token.text) &&
    /^(?:ciento|cento|cent)$/.test(reader.at(reader.next(at + 1)).text)
  )
    return reader.next(at + 1) + 1;
  return /^[折成割]$/.test(token.text) ? at + 1 : null;
}

const MEASURED =
  /^(?:sure|slope|grade|pitch|waste|cuts|cutting|breakage|spare|overage|extra|compaction|density|chance|rain|forecast|forecasts|probabilidad|lluvia|humedad|densidad|shade|certain|humidity|moisture|natural|recycled|wider|longer|larger|smaller|thicker|seguro|segura|pendiente|sicher|sûr)$/;

const MEASURE_REACH = 5; // "10% allowance for cuts"
const PAID_REACH = 2; // "50 percent, I would hold off"
const PAID = MEANS.discount | MEANS.terms | MEANS.price;

export function isKnownPercent(
  reader: Reader,
  { values, start }: Numeral,
  end: number,
  known: Known,
): boolean {
  const next = reader.at(reader.next(end));
  if (known.isVisitors(values, 'all') && isDenied(reader, start)) return true;
  const rest = sentenceBehind(reader, end);
  const behind = rest.slice(0, MEASURE_REACH);
  const before = sentenceBefore(reader, start);
  if (
    values.includes(100) &&
    !says(rest, MEANS.discount | MEANS.terms) &&
    !says(before, MEANS.terms)
  )
    return true;
  const isMeasured = [...before, ...behind].some(({ text }) => MEASURED.test(text));
  if (
    isMeasured &&
    !says(behind.slice(0, PAID_REACH), PAID) &&
    (MEASURED.test(next.text) || !known.asksFor(PAID))
  )
    return !says(before, PAID);
  return (
    values.some((value) => known.hasNeighbour(`${value}|%`)) &&
    !has(next, MEANS.discount | MEANS.terms)
  );
}
